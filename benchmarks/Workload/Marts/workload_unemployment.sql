/*---
mart: workload_unemployment
describes: Changes of the stock of unemployment spells.
sources: { workload_spells: 失业登记（基准数据） }
dimensions: { month: INTEGER }
measures: [spells]
---*/
SELECT origin,
       district_code AS area_code,
       started_month AS month,
       1 AS spells
FROM input.workload_spells
UNION ALL
SELECT origin,
       district_code AS area_code,
       ended_month AS month,
       -1 AS spells
FROM input.workload_spells
WHERE ended_month IS NOT NULL
