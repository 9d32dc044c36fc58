/*---
mart: data_quality
describes: Key cells filled and identifiers that pass their check, as counted at loading, by source.
sources: { job_postings: 招聘岗位, job_seeking: 求职登记, employment_registration: 就业登记, unemployment_registration: 失业登记, natural_attrition: 自然减员, service_rating: 好差评 }
dimensions: { month: INTEGER, source: VARCHAR }
measures: [key_cells, key_cells_filled, person_ids_checked, person_ids_valid, credit_codes_checked, credit_codes_valid]
conditions:
  row_month IS NOT NULL: { zh: 没有可归入的月份, en: No month to count in }
---*/
SELECT origin,
       district_code AS area_code,
       row_month AS month,
       'job_postings' AS source,
       key_cells,
       key_cells_filled,
       person_ids_checked,
       person_ids_valid,
       credit_codes_checked,
       credit_codes_valid
FROM input.job_postings
WHERE row_month IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       row_month AS month,
       'job_seeking' AS source,
       key_cells,
       key_cells_filled,
       person_ids_checked,
       person_ids_valid,
       credit_codes_checked,
       credit_codes_valid
FROM input.job_seeking
WHERE row_month IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       row_month AS month,
       'employment_registration' AS source,
       key_cells,
       key_cells_filled,
       person_ids_checked,
       person_ids_valid,
       credit_codes_checked,
       credit_codes_valid
FROM input.employment_registration
WHERE row_month IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       row_month AS month,
       'unemployment_registration' AS source,
       key_cells,
       key_cells_filled,
       person_ids_checked,
       person_ids_valid,
       credit_codes_checked,
       credit_codes_valid
FROM input.unemployment_registration
WHERE row_month IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       row_month AS month,
       'natural_attrition' AS source,
       key_cells,
       key_cells_filled,
       person_ids_checked,
       person_ids_valid,
       credit_codes_checked,
       credit_codes_valid
FROM input.natural_attrition
WHERE row_month IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       row_month AS month,
       'service_rating' AS source,
       key_cells,
       key_cells_filled,
       person_ids_checked,
       person_ids_valid,
       credit_codes_checked,
       credit_codes_valid
FROM input.service_rating
WHERE row_month IS NOT NULL
