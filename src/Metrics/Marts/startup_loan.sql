/*---
mart: startup_loan
describes: Start-up loans paid out, in number and in fen.
sources: { startup_loan: 创业担保贷款 }
dimensions: { month: INTEGER, borrower_group: VARCHAR }
measures: [loans, amount_fen]
---*/
SELECT origin,
       district_code AS area_code,
       paid_month AS month,
       borrower_group,
       1 AS loans,
       amount_fen
FROM input.startup_loan
