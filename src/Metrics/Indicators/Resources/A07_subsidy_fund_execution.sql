/*---
id: A07_subsidy_fund_execution
version: 1
name: { zh: 就业补助资金执行率, en: Employment subsidy fund execution rate }
definition:
  zh: 就业补助资金全年执行数占全年预算数的比重
  en: Employment subsidy funds paid as a share of the budget
formula_text: 预算执行率 = 执行数（B）÷ 预算数（A）× 100%
clauses: [S1.5]
basis: 就业补助资金转移支付绩效自评表（预算执行率 B/A×100%）
status: Official
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [YearToDate, Year]
parts: { executed_fen: Flow, budget_fen: Flow }
numerator: executed_fen
denominator: budget_fen
dimensions: [fund_level, fund_use]
empty_note: 没有预算数
members:
  fund_level:
    "1": { zh: 中央, en: Central }
    "2": { zh: 省级, en: Provincial }
    "3": { zh: 市级, en: City }
    "4": { zh: 县级, en: County }
    "5": { zh: 上年结转, en: Carried over }
  fund_use:
    "1": { zh: 服务运行, en: Service operation }
    "2": { zh: 购买服务, en: Purchased services }
    "3": { zh: 社会保险补贴, en: Social insurance subsidy }
    "4": { zh: 公益性岗位补贴, en: Public-welfare post subsidy }
    "5": { zh: 职业培训补贴, en: Training subsidy }
    "6": { zh: 创业补贴, en: Start-up subsidy }
    "7": { zh: 就业见习补贴, en: Internship subsidy }
    "9": { zh: 其他, en: Other }
caveats:
  zh: 自评表按整数填报，这里保留两位小数；上年结转计入预算数。超过100%应先核对台账
  en: The form is filled in whole per cent; two decimals are kept here. What was carried over belongs to the budget. Above 100 per cent means an error in the ledger
---*/
SELECT origin,
       area_code,
       month,
       fund_use,
       fund_level,
       executed_fen,
       budget_fen
FROM mart.fund_ledger
WHERE fund = '1'
