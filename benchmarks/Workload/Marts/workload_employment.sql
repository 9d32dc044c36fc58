/*---
mart: workload_employment
describes: Persons newly employed, once per city and month, and attrition.
sources: { workload_employment: 就业登记（基准数据） }
dimensions: { month: INTEGER }
measures: [new_employment, attrition]
---*/
SELECT origin,
       district_code AS area_code,
       registered_month AS month,
       1 AS new_employment,
       0 AS attrition
FROM input.workload_employment
WHERE urban
QUALIFY row_number() OVER (PARTITION BY city_code, registered_month, person_id ORDER BY line) = 1
UNION ALL
SELECT origin,
       district_code AS area_code,
       attrition_month AS month,
       0 AS new_employment,
       1 AS attrition
FROM input.workload_employment
WHERE urban
  AND attrition_month IS NOT NULL
