/*---
id: B01_first_service_in_time
version: 1
name: { zh: 失业登记后首次服务及时率, en: First service in time after unemployment registration }
definition:
  zh: 报告期内新办失业登记且有求职意愿的人员中，10个工作日内获得首次职业指导、岗位推荐、培训或援助服务的比重
  en: New unemployment registrations of persons who want work, with a first guidance, placement, training or assistance case within ten working days
formula_text: 首次服务及时率 = 10个工作日内获得首次服务的失业登记数 ÷ 已满10个工作日的失业登记数 × 100%
clauses: [S2.2, S3.2]
basis: 本产品自拟（人社部函〔2022〕133号 五（二）：失业登记管理服务制度）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { served: Flow, followed: Flow }
numerator: served
denominator: followed
persons: { served: newly_registered_unemployed, followed: newly_registered_unemployed }
dimensions: [sex, education]
empty_note: 没有已满时限的失业登记
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
caveats:
  zh: 工作日按国务院办公厅放假安排（含调休）；登记当日之前的服务不算。未满观察期的不计入分子分母；全部未满观察期的统计期无值
  en: Working days follow the announced holidays and make-up days; services before the day of registration do not count. Rows not yet followed long enough are in neither part; a period without a followed row has no value
---*/
SELECT origin,
       area_code,
       month,
       sex,
       education,
       served,
       followed
FROM mart.first_service
