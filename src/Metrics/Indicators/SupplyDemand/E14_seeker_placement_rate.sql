/*---
id: E14_seeker_placement_rate
version: 1
name: { zh: 求职登记就业率(职业介绍成功率), en: Placement rate of job seekers }
definition:
  zh: 报告期内求职登记且已满观察期（默认90日）的求职者中，观察期内有就业登记的比重
  en: Job seekers registered in the period and followed for 90 days, with an employment registration within them
formula_text: 求职登记就业率 = 观察期内就业的求职登记数 ÷ 已满观察期的求职登记数 × 100%
clauses: [S2.1, S5.4]
basis: 本产品自拟（人社部函〔2022〕133号 二、五（五））
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter]
parts: { employed: Flow, followed: Flow }
numerator: employed
denominator: followed
persons: { employed: newly_registered_seekers, followed: newly_registered_seekers }
dimensions: [sex, education, occupation]
empty_note: 没有已满观察期的求职登记
members:
  sex:
    "0": { zh: 未知, en: Unknown }
    "1": { zh: 男, en: Male }
    "2": { zh: 女, en: Female }
    "9": { zh: 未说明, en: Not stated }
  education:
    "11": { zh: 博士研究生, en: Doctorate }
    "14": { zh: 硕士研究生, en: Master }
    "21": { zh: 大学本科, en: Bachelor }
    "31": { zh: 大学专科, en: Junior college }
    "41": { zh: 中等专科, en: Secondary specialised }
    "44": { zh: 职业高中, en: Vocational high school }
    "47": { zh: 技工学校, en: Skilled worker school }
    "61": { zh: 普通高中, en: High school }
    "71": { zh: 初中, en: Junior high school }
    "81": { zh: 小学, en: Primary school }
    "90": { zh: 其他, en: Other }
    "99": { zh: 不限, en: No requirement }
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
  zh: 未满观察期的不计入分子分母；全部未满观察期的统计期无值。身份不明的求职登记不计；按登记月份统计
  en: Rows not yet followed long enough are in neither part; a period without a followed row has no value. Registrations without a known person do not count
---*/
SELECT origin,
       area_code,
       month,
       sex,
       education,
       occupation,
       employed,
       followed
FROM mart.seeker_placement
