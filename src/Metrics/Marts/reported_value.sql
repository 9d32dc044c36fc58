/*---
mart: reported_value
describes: Figures that cities reported, in millionths of the indicator's unit, with the tolerance where one is agreed.
sources: { reported_value: 上报指标值 }
registers: [reported_value]
dimensions: { month: INTEGER, indicator: VARCHAR, period_id: VARCHAR }
measures: [reported_millionths, tolerance_millionths]
---*/
SELECT origin,
       district_code AS area_code,
       CAST(EXTRACT(YEAR FROM reported_on) * 12 + EXTRACT(MONTH FROM reported_on) - 1 AS INTEGER) AS month,
       indicator,
       period_id,
       CAST(reported * 1000000 AS BIGINT) AS reported_millionths,
       CAST(tolerance * 1000000 AS BIGINT) AS tolerance_millionths
FROM input.reported_value
