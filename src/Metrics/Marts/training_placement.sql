/*---
mart: training_placement
describes: Trainees without work who passed, followed long enough, and those who found work within the months of follow-up.
sources: { training_result: 培训人员, employment_registration: 就业登记 }
dimensions: { month: INTEGER }
measures: [followed, employed]
conditions:
  trained.result = '1': { zh: 培训不合格, en: Did not pass }
  NOT trained.was_employed: { zh: 培训时已在业, en: In work when trained }
---*/
WITH cohort AS (
    SELECT trained.origin,
           trained.city_code,
           trained.district_code,
           trained.person_key,
           trained.ended_on,
           trained.ended_month,
           CAST(trained.ended_on + INTERVAL (follow.value) MONTH AS DATE) AS due_on
    FROM input.training_result AS trained
    JOIN covered.employment_registration AS followed ON followed.city_code = trained.city_code
    JOIN param.training_follow_months AS follow ON follow.month = trained.ended_month
    WHERE trained.result = '1'
      AND NOT trained.was_employed
      AND CAST(trained.ended_on + INTERVAL (follow.value) MONTH AS DATE) <= followed.last_day
),
employed AS (
    SELECT DISTINCT cohort.origin
    FROM cohort
    JOIN input.employment_registration AS job ON job.city_code = cohort.city_code AND job.person_key = cohort.person_key
    WHERE job.valid
      AND job.started_on >= cohort.ended_on
      AND job.started_on <= cohort.due_on
)
SELECT origin,
       district_code AS area_code,
       ended_month AS month,
       1 AS followed,
       CASE WHEN origin IN (SELECT origin FROM employed) THEN 1 ELSE 0 END AS employed
FROM cohort
