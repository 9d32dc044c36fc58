/*---
mart: startup_loan_balance
describes: Balances of start-up loans at the month's end, stated by the banks, in fen.
sources: { startup_loan_balance: 创业担保贷款余额 }
dimensions: { month: INTEGER }
measures: [balance_fen, overdue_fen]
levels: true
---*/
SELECT origin,
       district_code AS area_code,
       month,
       balance_fen,
       overdue_fen
FROM input.startup_loan_balance
