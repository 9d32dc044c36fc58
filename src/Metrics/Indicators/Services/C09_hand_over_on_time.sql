/*---
id: C09_hand_over_on_time
version: 1
name: { zh: 首问负责转办及时率, en: First-contact hand-over on the same day }
definition:
  zh: 非本窗口事项由首问人员当日转办并由承办窗口接收的比重
  en: Cases handed over by the first contact that the right window accepted on the same day
formula_text: 转办及时率 = 当日被承办窗口接收的转办件数 ÷ 转办件数 × 100%
clauses: [S3.3]
basis: 本产品自拟（人社部函〔2022〕133号 五（三）：首问负责制）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { handed_over_on_day: Flow, handed_over: Flow }
numerator: handed_over_on_day
denominator: handed_over
empty_note: 本期没有转办件
caveats:
  zh: 按转办月份统计；没有接收时间的视为未及时
  en: Dated by the hand-over; a case that was not accepted is not in time
---*/
SELECT origin,
       area_code,
       month,
       handed_over_on_day,
       handed_over
FROM mart.service_case
