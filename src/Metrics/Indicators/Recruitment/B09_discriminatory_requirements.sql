/*---
id: B09_discriminatory_requirements
version: 1
name: { zh: 歧视性招聘要求检出率, en: Discriminatory requirements per thousand postings }
definition:
  zh: 每千条在架岗位中经核实含有歧视性要求的条数（性别、婚育、民族、宗教信仰、户籍地域、残疾、病原携带）
  en: Postings in force with a confirmed discriminatory requirement, per thousand postings in force
formula_text: 检出率 = 经核实含歧视性要求的在架岗位数 ÷ 在架岗位数 × 1000
clauses: [S2.4, S5.5]
basis: 人社部发〔2019〕17号；就业促进法 第二十六条至第三十一条（禁止）；比率为本产品自拟
status: Construct
unit: 条/千条
decimals: 2
better: Lower
formula: Ratio
scale: 1000
frequencies: [Month]
parts: { confirmed: Flow, confirmed_of_kind: Flow, candidates: Flow, candidates_of_kind: Flow, postings_carried: StockAtStart, postings_new: Flow }
numerator: confirmed
denominator: postings_carried + postings_new
dimensions: [violation_kind]
totals: [postings_carried, postings_new]
in_breakdowns: { confirmed: confirmed_of_kind, candidates: candidates_of_kind }
empty_note: 本期没有在架岗位
members:
  violation_kind:
    "1": { zh: 性别, en: Sex }
    "2": { zh: 婚育, en: Marriage and childbearing }
    "3": { zh: 民族, en: Ethnicity }
    "4": { zh: 宗教信仰, en: Religion }
    "5": { zh: 户籍地域, en: Household registration or region }
    "6": { zh: 残疾, en: Disability }
    "7": { zh: 病原携带, en: Carrier status }
variants:
  - id: candidates
    name: { zh: 歧视性招聘要求待核实率, en: "Candidates not yet decided, per thousand postings" }
    numerator: candidates
caveats:
  zh: 系统命中只是线索，经人工认定属实的才计入；待核实的另列。同一岗位一个月只计一次，各类别分别计。年龄要求不在国家禁止清单内，不计
  en: Rule hits are leads; only what a person confirmed counts, what is undecided is shown apart. A posting counts once a month, and once under each kind. Age limits are not on the national list
---*/
SELECT origin,
       area_code,
       month,
       NULL AS violation_kind,
       postings_change AS postings_carried,
       postings_new,
       0 AS confirmed,
       0 AS confirmed_of_kind,
       0 AS candidates,
       0 AS candidates_of_kind
FROM mart.posting
UNION ALL
SELECT origin,
       area_code,
       month,
       violation_kind,
       0 AS postings_carried,
       0 AS postings_new,
       confirmed,
       confirmed_of_kind,
       candidates,
       candidates_of_kind
FROM mart.posting_violation
