/*---
id: A05_gig_placement
version: 1
name: { zh: 零工对接成功率, en: Gig-work placement rate }
definition:
  zh: 零工市场登记求职人次中上岗人次占比
  en: Person-times placed at gig-work markets, as a share of person-times looking for work
formula_text: 对接成功率 = 上岗人次 ÷ 求职人次 × 100%
clauses: [S1.3, S5.4]
basis: 本产品自拟（人社部函〔2022〕133号 五（一）：零工市场运行规范）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { placed: Flow, seekers: Flow }
numerator: placed
denominator: seekers
empty_note: 本期没有求职人次
caveats:
  zh: 单位为人次，不是人数
  en: Person-times, not persons
---*/
SELECT origin,
       area_code,
       month,
       placed,
       seekers
FROM mart.gig_market_day
