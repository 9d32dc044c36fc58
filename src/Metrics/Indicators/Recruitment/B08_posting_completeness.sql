/*---
id: B08_posting_completeness
version: 1
name: { zh: 招聘信息要素完整率, en: Completeness of postings }
definition:
  zh: 在架岗位中单位名称、招聘人数、招聘条件与工作内容、工作地点、基本劳动报酬和有效期限齐全的比重
  en: Postings in force that state employer, number, conditions and duties, place, pay and validity
formula_text: 要素完整率 = 法定要素齐全的在架岗位数 ÷ 在架岗位数 × 100%
clauses: [S2.4, S4.3]
basis: 网络招聘信息发布要素规定（法定要素）；比率为本产品自拟
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter]
parts: { complete_carried: StockAtStart, complete_new: Flow, postings_carried: StockAtStart, postings_new: Flow }
numerator: complete_carried + complete_new
denominator: postings_carried + postings_new
empty_note: 本期没有在架岗位
caveats:
  zh: “面议”没有数额，按缺报酬计。岗位名称和行政区划在装载时即为必填。在架 = 上期结转仍有效 + 本期新发布
  en: Pay by agreement states no pay. Title and area are required at loading. In force = carried over and still valid, and new
---*/
SELECT origin,
       area_code,
       month,
       complete_change AS complete_carried,
       complete_new,
       postings_change AS postings_carried,
       postings_new
FROM mart.posting
