/*---
id: E15_long_term_unemployment
version: 1
name: { zh: 长期失业占比, en: Long-term share and duration of unemployment }
definition:
  zh: 期末实有登记失业人员中登记满12个月的比重；另列在册时长（足月）中位数
  en: Registered unemployed at the period's end registered for twelve months or more, as a share; beside it the median completed months on the register
formula_text: 长期失业占比 = 期末登记满12个月的失业人数 ÷ 期末实有登记失业人数 × 100%
clauses: [S5.3]
basis: 本产品自拟（连续失业一年以上为就业困难人员认定通行口径）
status: Construct
unit: "%"
decimals: 2
better: Lower
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { long_term: StockAtEnd, registered: StockAtEnd }
numerator: long_term
denominator: registered
persons: { long_term: long_term_unemployed, registered: registered_unemployed }
over: registered_month
variants:
  - id: months
    name: { zh: 登记失业在册时长（中位数）, en: Median months on the register }
    formula: Quantile
    convention: median_months_since
    unit: 月
    decimals: 1
    numerator: registered
caveats:
  zh: 是存量占比，不是退出时长；人员范围同城镇登记失业率，时长按月数差计
  en: A share of the stock, not the length of finished spells. Persons as in the registered rate; lengths as differences of months
---*/
SELECT origin,
       area_code,
       month,
       registered_month,
       long_term,
       registered
FROM mart.unemployment_duration
