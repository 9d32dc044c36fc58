/*---
mart: target_plan
describes: Targets of a year by indicator, in hundredths of the indicator's unit, kept under January of the year.
sources: { target_plan: 目标任务 }
dimensions: { month: INTEGER, indicator: VARCHAR }
measures: [target_hundredths]
levels: true
---*/
SELECT origin,
       district_code AS area_code,
       (year * 12)::INTEGER AS month,
       indicator,
       target_hundredths
FROM input.target_plan
