/*---
mart: designation
describes: Figures of designated cities at designation, in millionths of the indicator's unit, with the per cent by which they may become worse.
sources: { designation: 认定基线 }
registers: [designation]
dimensions: { month: INTEGER, indicator: VARCHAR }
measures: [baseline_millionths, limit_percent]
---*/
SELECT base.origin,
       base.district_code AS area_code,
       base.designated_month AS month,
       base.indicator,
       CAST(base.baseline * 1000000 AS BIGINT) AS baseline_millionths,
       worse.value AS limit_percent
FROM input.designation AS base
JOIN param.decline_limit_percent AS worse ON worse.month = base.designated_month
