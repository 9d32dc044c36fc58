/*---
mart: hardship
describes: Certified hardship persons followed long enough and those employed in time; and hardship persons employed, each once per city and calendar year.
sources: { hardship_certification: 就业困难人员认定, employment_registration: 就业登记 }
dimensions: { month: INTEGER, hardship_kind: VARCHAR }
measures: [followed, employed_in_time, employed_persons]
conditions:
  certified.valid: { zh: 记录无效, en: Not valid }
  job.valid: { zh: 记录无效, en: Not valid }
---*/
WITH cohort AS (
    SELECT certified.origin,
           certified.city_code,
           certified.district_code,
           certified.person_key,
           certified.hardship_kind,
           certified.certified_on,
           certified.certified_month,
           certified.certified_on + limit_days.value AS due_on
    FROM input.hardship_certification AS certified
    JOIN covered.employment_registration AS followed ON followed.city_code = certified.city_code
    JOIN param.hardship_employment_days AS limit_days ON limit_days.month = certified.certified_month
    WHERE certified.valid
      AND certified.certified_on + limit_days.value <= followed.last_day
),
employed AS (
    SELECT DISTINCT cohort.origin
    FROM cohort
    JOIN input.employment_registration AS job ON job.city_code = cohort.city_code AND job.person_key = cohort.person_key
    WHERE job.valid
      AND job.started_on >= cohort.certified_on
      AND job.started_on <= cohort.due_on
),
starts AS (
    SELECT job.origin,
           job.district_code,
           job.started_month,
           certified.hardship_kind,
           row_number() OVER (
               PARTITION BY job.city_code, job.person_key, EXTRACT(YEAR FROM job.started_on)
               ORDER BY job.started_on, job.business_key, certified.certified_on, certified.business_key) AS place
    FROM input.hardship_certification AS certified
    JOIN input.employment_registration AS job ON job.city_code = certified.city_code AND job.person_key = certified.person_key
    WHERE certified.valid
      AND job.valid
      AND job.started_on >= certified.certified_on
      AND (certified.cancelled_on IS NULL OR certified.cancelled_on >= job.started_on)
      AND (certified.valid_to IS NULL OR certified.valid_to >= job.started_on)
)
SELECT origin,
       district_code AS area_code,
       certified_month AS month,
       hardship_kind,
       1 AS followed,
       CASE WHEN origin IN (SELECT origin FROM employed) THEN 1 ELSE 0 END AS employed_in_time,
       0 AS employed_persons
FROM cohort
UNION ALL
SELECT origin,
       district_code AS area_code,
       started_month AS month,
       hardship_kind,
       0 AS followed,
       0 AS employed_in_time,
       1 AS employed_persons
FROM starts
WHERE place = 1
