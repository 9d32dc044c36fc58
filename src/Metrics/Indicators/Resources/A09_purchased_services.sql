/*---
id: A09_purchased_services
version: 1
name: { zh: 政府购买就业服务占比, en: "Purchased employment services, share and providers" }
definition:
  zh: 政府购买公共就业创业服务支出占公共就业创业服务经费支出的比重；另列承接主体数
  en: Purchased services as a share of spending on public employment services; beside it the number of providers
formula_text: 购买服务占比 = 购买服务支出 ÷（服务运行支出 + 购买服务支出）× 100%
clauses: [S1.6]
basis: 本产品自拟（人社部函〔2022〕133号 五（一）：政府购买机制健全、多元化多主体供给）
status: Construct
unit: "%"
decimals: 2
better: None
formula: Ratio
scale: 100
frequencies: [Year]
parts: { purchased_fen: Flow, spent_fen: Flow, providers: Flow }
numerator: purchased_fen
denominator: spent_fen
empty_note: 没有服务经费支出
variants:
  - id: providers
    name: { zh: 政府购买就业服务承接主体数, en: Providers of purchased services }
    formula: Count
    unit: 家
    decimals: 0
    scale: 1
    numerator: providers
    denominator: ""
caveats:
  zh: 比重高低本身不是优劣，只展示不排名。承接主体在同一城市一年只计一次，跨城市不去重；无信用代码的不计
  en: A share is no merit by itself. A provider counts once per city and year, and again in another city; one without a credit code does not count
---*/
SELECT origin,
       area_code,
       month,
       CASE WHEN fund_use = '2' THEN executed_fen ELSE 0 END AS purchased_fen,
       executed_fen AS spent_fen,
       providers
FROM mart.fund_ledger
WHERE fund = '2'
  AND fund_use IN ('1', '2')
