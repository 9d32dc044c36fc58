/*---
mart: workload_seekers
describes: Job seekers by occupation group.
sources: { workload_seekers: 求职（基准数据） }
dimensions: { month: INTEGER, occupation: UTINYINT }
measures: [seekers]
---*/
SELECT origin,
       district_code AS area_code,
       registered_month AS month,
       occupation_major AS occupation,
       1 AS seekers
FROM input.workload_seekers
