/*---
id: D10_policy_cases_end_to_end
version: 1
name: { zh: 政策一体化办理率, en: Policy cases handled end to end in one system }
definition:
  zh: 政策补贴办件中受理、审核、实施（拨付）在同一平台完成、无线下补录且有对应发放记录的比重；另列受理至拨付的工作日中位数
  en: Policy cases closed with acceptance, review and payment in one system, nothing offline and a payment under their number; beside it the median working days to payment
formula_text: 一体化办理率 = 各环节在同一平台完成且有发放记录的办结件数 ÷ 政策补贴办结件数 × 100%
clauses: [S4.2]
basis: 本产品自拟（人社部函〔2022〕133号 五（四）：政策受理、审核、实施一体化办理）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { end_to_end: Flow, closed: Flow, implemented: Flow }
numerator: end_to_end
denominator: closed
over: workdays
empty_note: 本期没有政策补贴办结件
variants:
  - id: days
    name: { zh: 政策受理至拨付时长（中位数）, en: Median working days to payment }
    formula: Quantile
    convention: median
    unit: 工作日
    decimals: 1
    numerator: implemented
caveats:
  zh: 有拨付而无办件、有办件而无拨付的，在证据页列出。时长按实施（拨付）月份统计
  en: Days are dated by the month of payment
---*/
SELECT origin,
       area_code,
       month,
       workdays,
       end_to_end,
       closed,
       implemented
FROM mart.policy_case
