/*---
id: E10_structural_match
version: 1
name: { zh: 供求结构匹配度, en: Structural match of demand and supply }
definition:
  zh: 需求与求职在职业大类构成上的重合程度，1为完全一致，0为完全不重合
  en: How far the structures of openings and seekers by major occupation agree; 1 = the same, 0 = disjoint
formula_text: 匹配度 = 1 − ½ Σ｜各类需求占比 − 各类求职占比｜
clauses: [S5.4]
basis: 学术通用指数（Jackman—Roper类指数的补数）
status: Academic
unit: "0-1"
decimals: 4
better: Higher
formula: StructuralMatch
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
  zh: 不反映总量，须与求人倍率同看；数值随职业分组粗细变化，固定为职业大类。不限职业和未归类的不参加
  en: Says nothing of volume, so read it with the ratio. Depends on how fine the groups are; the level is fixed at major occupations
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
