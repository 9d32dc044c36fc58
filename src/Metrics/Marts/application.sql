/*---
mart: application
describes: Cities that applied, and the divisions whose half is a province's quota.
sources: { application: 创建申报 }
registers: [application]
dimensions: { month: INTEGER }
measures: [applications, quota_base]
---*/
SELECT origin,
       district_code AS area_code,
       applied_month AS month,
       1 AS applications,
       0 AS quota_base
FROM input.application
UNION ALL
SELECT CAST(0 AS BIGINT) AS origin,
       area_code,
       month,
       0 AS applications,
       value AS quota_base
FROM param.quota_base
WHERE month % 12 = 0
