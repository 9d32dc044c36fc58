/*---
id: D02_posting_collection
version: 1
name: { zh: 岗位信息归集率, en: Posting collection rate }
definition:
  zh: 报告期内首次发布的岗位中已成功归集且未截断的比重
  en: Postings published in the period that the province received whole
formula_text: 岗位归集率 = 归集成功且未截断的岗位数 ÷ 本期发布的岗位数 × 100%
clauses: [S4.4]
basis: 本产品自拟（人社部函〔2022〕133号 五（四）：招聘岗位信息及时全量向上集中）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter]
parts: { collected: Flow, published: Flow }
numerator: collected
denominator: published
empty_note: 本期没有发布岗位
caveats:
  zh: 没有回执的视为未报送；被截断的不算归集成功
  en: A posting without a receipt was not sent; a truncated one did not arrive whole
---*/
SELECT origin,
       area_code,
       month,
       collected,
       published
FROM mart.posting_upload
