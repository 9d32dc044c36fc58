/*---
id: B02_employment_registration_timeliness
version: 1
name: { zh: 就业登记及时率, en: Employment registration in time }
definition:
  zh: 用人单位录用后30日内、终止或解除后15日内办理登记的比重
  en: Hires registered within 30 days and ends of work registered within 15 days
formula_text: 就业登记及时率 =（录用及时登记数 + 终止解除及时登记数）÷（录用数 + 终止解除数）× 100%
clauses: [S2.2, S3.2]
basis: 就业服务与就业管理规定 第六十二条（时限）；比率为本产品自拟
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { timely: Flow, events: Flow }
numerator: timely
denominator: events
persons: { timely: hires_and_leaves, events: hires_and_leaves }
dimensions: [event]
members:
  event:
    hire: { zh: 录用, en: Hires }
    leave: { zh: 终止或解除, en: Ends of work }
caveats:
  zh: 只含单位就业，灵活就业人员自行登记，不计。录用按就业之月、终止按终止之月统计；没有终止登记日期的视为未及时
  en: Unit employment alone. Hires are dated by the start, ends by the end; an end without a day of registration is not in time
---*/
SELECT origin,
       area_code,
       month,
       event,
       timely,
       events
FROM mart.employment_event
