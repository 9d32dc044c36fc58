/*---
mart: workload_salary
describes: Postings by the sum of both salary bounds, a histogram.
sources: { workload_postings: 岗位（基准数据） }
dimensions: { month: INTEGER, salary_twice: INTEGER }
measures: [postings]
stored: false
---*/
SELECT origin,
       district_code AS area_code,
       published_month AS month,
       salary_twice,
       1 AS postings
FROM input.workload_postings
WHERE salary_twice IS NOT NULL
