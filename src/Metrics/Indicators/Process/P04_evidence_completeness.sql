/*---
id: P04_evidence_completeness
version: 1
name: { zh: 佐证材料齐全率, en: Completeness of evidence }
definition:
  zh: 创建标准各条款中当年有落款、年末仍有效的佐证材料的比重
  en: Clauses of the standard with a paper dated in the year and valid at its end
formula_text: 齐全率 = 有有效佐证材料的条款数 ÷ 条款总数 × 100%
clauses: [六（三）]
basis: 人社部函〔2022〕133号 六（三）；地方评估要求逐项附佐证材料
status: OfficialLocal
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Year]
parts: { backed_clauses: Flow, clauses: StockAtEnd }
numerator: backed_clauses
denominator: clauses
area_levels: [nation, province, city]
caveats:
  zh: 按城市计，区县提交的材料计入所属城市；条款按五项标准的26句编号，编号为本产品所加
  en: By city; papers of districts count for their city. The standard's 26 sentences are numbered by this product
---*/
SELECT origin,
       area_code,
       month,
       backed_clauses,
       clauses
FROM mart.evidence_paper
