/*---
mart: retention
describes: Newly employed persons followed long enough, and those in work on the day on which they are looked at again.
sources: { employment_registration: 就业登记 }
dimensions: { month: INTEGER }
measures: [followed, retained]
conditions:
  valid: { zh: 记录无效, en: Not valid }
  urban: { zh: 不属城镇就业, en: Not urban }
  employment_form IN ('1', '2', '3', '4'): { zh: 就业形式不在统计之列, en: A form of employment that does not count }
  prior_status <> '4': { zh: 由其他单位转来, en: Moved from another unit }
  is_renewal IS NOT TRUE: { zh: 合同续签, en: A renewed contract }
  person_key IS NOT NULL: { zh: 没有可核对的身份证号, en: No identity number that can be matched }
  row_number() OVER (PARTITION BY city_code, person_key, EXTRACT(YEAR FROM started_on) ORDER BY started_on, business_key) = 1: { zh: 同一人本年度已计过一次, en: The person was counted once that year }
---*/
-- The persons are those of urban new employment: each once per city and calendar year, at the first start.
WITH new_job AS (
    SELECT origin,
           city_code,
           district_code,
           person_key,
           started_on,
           started_month
    FROM input.employment_registration
    WHERE valid
      AND urban
      AND employment_form IN ('1', '2', '3', '4')
      AND prior_status <> '4'
      AND is_renewal IS NOT TRUE
      AND person_key IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY city_code, person_key, EXTRACT(YEAR FROM started_on) ORDER BY started_on, business_key) = 1
),
cohort AS (
    SELECT new_job.origin,
           new_job.city_code,
           new_job.district_code,
           new_job.person_key,
           new_job.started_month,
           CAST(new_job.started_on + INTERVAL (later.value) MONTH AS DATE) AS looked_on
    FROM new_job
    JOIN covered.employment_registration AS followed ON followed.city_code = new_job.city_code
    JOIN param.retention_months AS later ON later.month = new_job.started_month
    WHERE CAST(new_job.started_on + INTERVAL (later.value) MONTH AS DATE) <= followed.last_day
),
retained AS (
    SELECT DISTINCT cohort.origin
    FROM cohort
    JOIN input.employment_registration AS job ON job.city_code = cohort.city_code AND job.person_key = cohort.person_key
    WHERE job.valid
      AND job.started_on <= cohort.looked_on
      AND (job.ended_on IS NULL OR job.ended_on > cohort.looked_on)
)
SELECT origin,
       district_code AS area_code,
       started_month AS month,
       1 AS followed,
       CASE WHEN origin IN (SELECT origin FROM retained) THEN 1 ELSE 0 END AS retained
FROM cohort
