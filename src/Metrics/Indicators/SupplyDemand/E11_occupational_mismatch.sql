/*---
id: E11_occupational_mismatch
version: 1
name: { zh: 职业错配指数, en: Occupational mismatch index }
definition:
  zh: 因需求与求职分处不同职业而损失的招聘可能占比（马尔可夫匹配函数口径，权重各半）
  en: The share of possible hires lost because openings and seekers lie in different occupations (Cobb-Douglas matching with equal weights)
formula_text: 错配指数 = 1 − Σ √（各类需求占比 × 各类求职占比）
clauses: [S4.5, S5.4]
basis: Şahin、Song、Topa、Violante，Mismatch Unemployment（效率相同情形）
status: Academic
unit: "0-1"
decimals: 4
better: Lower
formula: Mismatch
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
caveats:
  zh: 权重α取0.5；平方根取28位，最后一次四舍五入。构成相同为0，完全不重合为1。层级固定为职业大类
  en: Weight α = 0.5; square roots to 28 digits, rounded once at the end. 0 for equal structures, 1 for disjoint ones. Fixed at major occupations
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
