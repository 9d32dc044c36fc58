/*---
id: E20_startup_loans
version: 2
name: { zh: 创业担保贷款逾期率, en: "Start-up guaranteed loans, overdue rate and amount" }
definition:
  zh: 期末创业担保贷款逾期余额占贷款余额的比重；另列本期发放金额和笔数
  en: Overdue balance of start-up loans as a share of the balance at the period's end; beside it the amount and number paid out
formula_text: 逾期率 = 期末逾期余额 ÷ 期末贷款余额 × 100%；发放金额 = Σ 本期发放额
clauses: [S2.2, S2.3]
basis: 创业担保贷款统计通行口径；人社统EP表（万元两位小数）
status: Official
unit: "%"
decimals: 2
better: Lower
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { overdue_fen: LevelAtEnd, balance_fen: LevelAtEnd, amount_fen: Flow, loans: Flow }
numerator: overdue_fen
denominator: balance_fen
persons: { loans: borrowers, amount_fen: borrowers }
members:
  borrower_group:
    "1": { zh: 高校毕业生, en: Graduates }
    "2": { zh: 返乡创业农民工, en: Returning migrant workers }
    "3": { zh: 就业困难人员, en: Hardship persons }
    "4": { zh: 退役军人, en: Veterans }
    "5": { zh: 小微企业, en: Small enterprises }
    "9": { zh: 其他, en: Other }
variants:
  - id: amount
    name: { zh: 创业担保贷款发放金额, en: Start-up loans paid out }
    formula: Count
    unit: 万元
    decimals: 2
    scale: 1
    divisor: 1000000
    numerator: amount_fen
    denominator: ""
    dimensions: [borrower_group]
  - id: loans
    name: { zh: 创业担保贷款发放笔数, en: Number of start-up loans }
    formula: Count
    unit: 笔
    decimals: 0
    scale: 1
    numerator: loans
    denominator: ""
caveats:
  zh: 余额取统计期末月银行对账数；区县数齐全时城市为其合计，城市自报的以自报为准
  en: Balances are the banks' at the last month. A city is the sum of its districts only when it states none itself and all of them do
---*/
SELECT origin,
       area_code,
       month,
       borrower_group,
       NULL AS overdue_fen,
       NULL AS balance_fen,
       amount_fen,
       loans
FROM mart.startup_loan
UNION ALL
SELECT origin,
       area_code,
       month,
       NULL AS borrower_group,
       overdue_fen,
       balance_fen,
       0 AS amount_fen,
       0 AS loans
FROM mart.startup_loan_balance
