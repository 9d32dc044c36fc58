/*---
id: E16_six_month_retention
version: 1
name: { zh: 就业稳定率(6个月), en: Six-month retention }
definition:
  zh: 新就业人员满6个月时仍在业（同一单位或其他单位）的比重
  en: Newly employed persons who are in work six months later, with the same employer or another
formula_text: 就业稳定率 = 满6个月时仍在业的新就业人数 ÷ 已满6个月的新就业人数 × 100%
clauses: [S5.1, S5.3]
basis: 本产品自拟（人社部函〔2022〕133号 五（五）：就业形势总体稳定）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter]
parts: { retained: Flow, followed: Flow }
numerator: retained
denominator: followed
persons: { retained: newly_employed_followed, followed: newly_employed_followed }
empty_note: 没有已满观察期的新就业人员
caveats:
  zh: 人员为城镇新增就业名单（一人一年一次）；按就业登记判断在业，未办终止登记的视为在业。未满观察期的不计入分子分母；全部未满观察期的统计期无值
  en: Persons of urban new employment, once a year each. An employment registration without an end counts as work. Rows not yet followed long enough are in neither part; a period without a followed row has no value
---*/
SELECT origin,
       area_code,
       month,
       retained,
       followed
FROM mart.retention
