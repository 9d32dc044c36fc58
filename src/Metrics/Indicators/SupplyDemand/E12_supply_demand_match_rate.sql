/*---
id: E12_supply_demand_match_rate
version: 1
name: { zh: 供需匹配率（需求侧）, en: "Supply-demand match rate, demand view" }
definition:
  zh: 各职业大类需求与求职中较小者之和占需求总量的比重，即按职业可以实现匹配的岗位比例
  en: The sum over major occupations of the smaller of openings and seekers, as a share of all openings
formula_text: 供需匹配率 = Σ MIN（各类需求，各类求职）÷ Σ 需求 × 100%
clauses: [S5.4]
basis: 本产品自拟（人社部函〔2022〕133号提出“提高劳动力市场供需匹配效率”，未见官方公式）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Overlap
convention: demand
scale: 100
frequencies: [Quarter, Year]
parts: { openings_carried: StockAtStart, openings_new: Flow, seekers_carried: StockAtStart, seekers_new: Flow }
numerator: openings_carried + openings_new
denominator: seekers_carried + seekers_new
persons: { seekers_carried: job_seekers, seekers_new: job_seekers }
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
  - id: seekers
    name: { zh: 供需匹配率（求职侧）, en: "Supply-demand match rate, seekers' view" }
    convention: seekers
  - id: feasible
    name: { zh: 供需匹配率（可匹配量）, en: "Supply-demand match rate, share of feasible matches" }
    convention: feasible
caveats:
  zh: 是潜在而非实际匹配；数值随职业分组的粗细变化，固定为职业大类。不限职业和未归类的岗位、求职者不参加
  en: Potential, not realised matches. The value depends on how fine the groups are, so the level is fixed at major occupations; rows without one take no part
---*/
SELECT origin,
       area_code,
       month,
       occupation,
       openings_change AS openings_carried,
       openings_new,
       seekers_change AS seekers_carried,
       seekers_new
FROM mart.labour_market
WHERE occupation >= 1
  AND occupation <= 8
