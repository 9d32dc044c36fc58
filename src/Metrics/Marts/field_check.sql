/*---
mart: field_check
describes: "Sampled records that were checked: all, those reached, and those confirmed."
sources: { field_check: 抽查核实 }
dimensions: { month: INTEGER, indicator: VARCHAR, method: VARCHAR }
measures: [sampled, reached, confirmed]
---*/
SELECT origin,
       district_code AS area_code,
       checked_month AS month,
       indicator,
       method,
       1 AS sampled,
       CASE WHEN reached THEN 1 ELSE 0 END AS reached,
       CASE WHEN reached AND confirmed THEN 1 ELSE 0 END AS confirmed
FROM input.field_check
