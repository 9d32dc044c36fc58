/*---
mart: fund_ledger
describes: Budget and payments in fen, by fund, use and source, and the providers of purchased services, each once per city and calendar year.
sources: { fund_ledger: 就业资金台账 }
dimensions: { month: INTEGER, fund: VARCHAR, fund_use: VARCHAR, fund_level: VARCHAR }
measures: [budget_fen, executed_fen, providers]
---*/
SELECT origin,
       district_code AS area_code,
       booked_month AS month,
       fund,
       fund_use,
       fund_level,
       budget_fen,
       executed_fen,
       0 AS providers
FROM input.fund_ledger
UNION ALL
SELECT origin,
       district_code AS area_code,
       booked_month AS month,
       fund,
       fund_use,
       fund_level,
       0 AS budget_fen,
       0 AS executed_fen,
       1 AS providers
FROM input.fund_ledger
WHERE fund = '2'
  AND fund_use = '2'
  AND executed_fen > 0
  AND provider_code IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY city_code, provider_code, EXTRACT(YEAR FROM booked_on) ORDER BY booked_on, business_key) = 1
