/*---
mart: retention
describes: Newly employed persons followed long enough, and those in work on the day on which they are looked at again.
sources: { employment_registration: 就业登记 }
dimensions: { month: INTEGER }
measures: [followed, retained]
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
