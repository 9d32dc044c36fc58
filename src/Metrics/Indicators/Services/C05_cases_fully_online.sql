/*---
id: C05_cases_fully_online
version: 1
name: { zh: 全程网办率(办件口径), en: Cases done fully online }
definition:
  zh: 办结件中经网站、APP、小程序或自助一体机办理且全程不到现场的比重；另列最多到现场一次的比重
  en: Closed cases handled online or at a machine without any visit; beside it those with at most one visit
formula_text: 全程网办率 = 全程不到现场的网上办结件数 ÷ 办结件数 × 100%
clauses: [S3.3, S3.4]
basis: “三率一数”地方政务服务评价口径（办件口径）
status: OfficialLocal
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { without_visit: Flow, at_most_one_visit: Flow, closed: Flow }
numerator: without_visit
denominator: closed
dimensions: [channel]
empty_note: 本期没有办结件
members:
  channel:
    "1": { zh: 窗口, en: Window }
    "2": { zh: 网站, en: Web }
    "3": { zh: 手机APP, en: App }
    "4": { zh: 小程序, en: Mini-program }
    "5": { zh: 自助一体机, en: Self-service machine }
variants:
  - id: at_most_one_visit
    name: { zh: 最多跑一次比重, en: Cases with at most one visit }
    numerator: at_most_one_visit
caveats:
  zh: 办件口径，与事项口径不可混用；到现场次数未填的视为到过现场
  en: Counts cases, not items. A case without a stated number of visits is taken to have had one
---*/
SELECT origin,
       area_code,
       month,
       channel,
       without_visit,
       at_most_one_visit,
       closed
FROM mart.service_case
