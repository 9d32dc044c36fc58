/*---
mart: seeker_placement
describes: Registrations of known job seekers followed long enough, and those whose person found work within the days of follow-up.
sources: { job_seeking: 求职登记, employment_registration: 就业登记 }
dimensions: { month: INTEGER, sex: VARCHAR, education: VARCHAR, occupation: UTINYINT }
measures: [followed, employed]
conditions:
  seeker.person_key IS NOT NULL: { zh: 没有可核对的身份证号, en: No identity number that can be matched }
---*/
WITH cohort AS (
    SELECT seeker.origin,
           seeker.city_code,
           seeker.district_code,
           seeker.person_key,
           seeker.sex,
           seeker.education,
           seeker.occupation_major,
           seeker.registered_on,
           seeker.registered_month,
           seeker.registered_on + follow.value AS due_on
    FROM input.job_seeking AS seeker
    JOIN covered.employment_registration AS followed ON followed.city_code = seeker.city_code
    JOIN param.placement_days AS follow ON follow.month = seeker.registered_month
    WHERE seeker.person_key IS NOT NULL
      AND seeker.registered_on + follow.value <= followed.last_day
),
employed AS (
    SELECT DISTINCT cohort.origin
    FROM cohort
    JOIN input.employment_registration AS job ON job.city_code = cohort.city_code AND job.person_key = cohort.person_key
    WHERE job.valid
      AND job.started_on >= cohort.registered_on
      AND job.started_on <= cohort.due_on
)
SELECT origin,
       district_code AS area_code,
       registered_month AS month,
       sex,
       education,
       occupation_major AS occupation,
       1 AS followed,
       CASE WHEN origin IN (SELECT origin FROM employed) THEN 1 ELSE 0 END AS employed
FROM cohort
