/*---
id: B04_hardship_employed_in_time
version: 1
name: { zh: 就业困难人员认定后就业及时率, en: Timely employment of hardship persons }
definition:
  zh: 报告期内认定的就业困难人员在90日内实现就业的比重
  en: Hardship persons certified in the period who started work within 90 days
formula_text: 及时率 = 认定后90日内就业的人数 ÷ 已满90日的认定人数 × 100%
clauses: [S2.2]
basis: 本产品自拟（人社部函〔2022〕133号 五（二）：就业援助制度）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter]
parts: { employed_in_time: Flow, followed: Flow }
numerator: employed_in_time
denominator: followed
persons: { employed_in_time: newly_certified_hardship, followed: newly_certified_hardship }
dimensions: [hardship_kind]
empty_note: 没有已满观察期的认定
members:
  hardship_kind:
    "1": { zh: 大龄失业人员, en: Older unemployed }
    "2": { zh: 残疾人员, en: Disabled }
    "3": { zh: 低保家庭成员, en: Low-income household }
    "4": { zh: 长期失业人员, en: Long-term unemployed }
    "5": { zh: 零就业家庭成员, en: Zero-job household }
    "6": { zh: 失地人员, en: Land-lost }
    "9": { zh: 其他, en: Other }
caveats:
  zh: 未满观察期的不计入分子分母；全部未满观察期的统计期无值。按认定月份统计；困难类型由法律和省规定
  en: Rows not yet followed long enough are in neither part; a period without a followed row has no value. Dated by the certification; kinds are set by law and by the province
---*/
SELECT origin,
       area_code,
       month,
       hardship_kind,
       employed_in_time,
       followed
FROM mart.hardship
