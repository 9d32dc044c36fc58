/*---
mart: application_target
describes: Targets of applications by the month in which they are due, in millionths of the indicator's unit.
sources: { application_target: 申报量化目标 }
registers: [application_target]
dimensions: { month: INTEGER, indicator: VARCHAR, batch: VARCHAR, direction: VARCHAR }
measures: [target_millionths]
---*/
SELECT origin,
       district_code AS area_code,
       due_month AS month,
       indicator,
       batch,
       direction,
       CAST(target * 1000000 AS BIGINT) AS target_millionths
FROM input.application_target
