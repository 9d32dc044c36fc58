/*---
mart: reemployment
describes: Urban unemployed persons whose registration ended in work, confirmed by an employment registration of the same year; each once per city and calendar year.
sources: { unemployment_registration: 失业登记, employment_registration: 就业登记 }
dimensions: { month: INTEGER }
measures: [reemployed]
conditions:
  valid: { zh: 记录无效, en: Not valid }
  urban: { zh: 不属城镇失业, en: Not urban }
  registration_kind = '1': { zh: 不是失业登记, en: Not a registration as unemployed }
  end_reason = '1': { zh: 不因就业而终止, en: Not ended by work }
  ended_on IS NOT NULL: { zh: 尚未终止, en: Not ended }
---*/
WITH ended AS (
    SELECT origin,
           city_code,
           district_code,
           business_key,
           person_key,
           registered_on,
           ended_on,
           ended_month
    FROM input.unemployment_registration
    WHERE valid
      AND urban
      AND registration_kind = '1'
      AND end_reason = '1'
      AND ended_on IS NOT NULL
),
confirmed AS (
    SELECT DISTINCT ended.origin
    FROM ended
    JOIN input.employment_registration AS job ON job.city_code = ended.city_code AND job.person_key = ended.person_key
    WHERE job.valid
      AND job.started_on >= ended.registered_on
      AND EXTRACT(YEAR FROM job.started_on) = EXTRACT(YEAR FROM ended.ended_on)
)
SELECT origin,
       district_code AS area_code,
       ended_month AS month,
       1 AS reemployed
FROM ended
WHERE origin IN (SELECT origin FROM confirmed)
QUALIFY row_number() OVER (PARTITION BY city_code, person_key, EXTRACT(YEAR FROM ended_on) ORDER BY ended_on, business_key) = 1
