/*---
mart: workload_postings
describes: Postings and openings by occupation group.
sources: { workload_postings: 岗位（基准数据） }
dimensions: { month: INTEGER, occupation: UTINYINT }
measures: [postings, openings]
---*/
SELECT origin,
       district_code AS area_code,
       published_month AS month,
       occupation_major AS occupation,
       1 AS postings,
       openings
FROM input.workload_postings
