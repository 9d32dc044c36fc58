/*---
id: E08_grouped_openings_to_seekers_ratio
version: 1
name: { zh: 分组求人倍率（按职业大类）, en: Openings to job seekers ratio by occupation }
definition:
  zh: 各职业大类的求人倍率；不限职业的需求按求职构成、无职业要求的求职按需求构成分摊到各类后再相除
  en: The ratio of each major occupation; openings without a requirement are shared out by the seekers' structure, seekers without one by the openings' structure, then divided
formula_text: 某类求人倍率 =（该类需求 + 不限需求 × 该类求职 ÷ 求职合计）÷（该类求职 + 四舍五入（无要求求职 × 该类需求 ÷ 需求合计））
clauses: [S5.4, S4.5]
basis: 人力资源市场职业供求状况季度分析报告制度 表5说明
status: Official
unit: 倍
decimals: 2
better: Band
formula: GroupedRatio
convention: shared_out
frequencies: [Quarter, Year]
parts: { openings_carried: StockAtStart, openings_new: Flow, seekers_carried: StockAtStart, seekers_new: Flow }
numerator: openings_carried + openings_new
denominator: seekers_carried + seekers_new
persons: { seekers_carried: job_seekers, seekers_new: job_seekers }
dimensions: [occupation]
over: occupation
members:
  occupation:
    "1": { zh: 党的机关、国家机关、群众团体和社会组织、企事业单位负责人, en: Leaders }
    "2": { zh: 专业技术人员, en: Professional and technical }
    "3": { zh: 办事人员和有关人员, en: Clerical }
    "4": { zh: 社会生产服务和生活服务人员, en: Services }
    "5": { zh: 农、林、牧、渔业生产及辅助人员, en: Agriculture }
    "6": { zh: 生产制造及有关人员, en: Production }
    "7": { zh: 军队人员, en: Military }
    "8": { zh: 不便分类的其他从业人员, en: Not elsewhere classified }
variants:
  - id: plain
    name: { zh: 分组求人倍率（直接相除）, en: "By occupation, plain division" }
    convention: plain
caveats:
  zh: 各地公布的分组表有分摊和直接相除两种做法，两种都给出；未能归入职业大类的岗位和求职者不参加分组
  en: Published tables follow either convention, so both are given. Openings and seekers without a known occupation take no part
---*/
-- 0 = no requirement: shared out, and part of the totals; 9 = not mapped to an occupation: left out.
SELECT origin,
       area_code,
       month,
       occupation,
       openings_change AS openings_carried,
       openings_new,
       seekers_change AS seekers_carried,
       seekers_new
FROM mart.labour_market
WHERE occupation <= 8
