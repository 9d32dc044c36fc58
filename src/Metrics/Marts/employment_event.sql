/*---
mart: employment_event
describes: Hires and ends of unit employment, and those registered within the time that the rules give.
sources: { employment_registration: 就业登记 }
dimensions: { month: INTEGER, event: VARCHAR }
measures: [events, timely]
conditions:
  valid: { zh: 记录无效, en: Not valid }
  employment_form = '1': { zh: 不是单位就业, en: Not unit employment }
  ended_on IS NOT NULL: { zh: 尚未终止, en: Not ended }
---*/
WITH ended AS (
    SELECT origin,
           district_code,
           ended_on,
           end_registered_on,
           CAST(EXTRACT(YEAR FROM ended_on) * 12 + EXTRACT(MONTH FROM ended_on) - 1 AS INTEGER) AS month
    FROM input.employment_registration
    WHERE valid
      AND employment_form = '1'
      AND ended_on IS NOT NULL
)
SELECT job.origin,
       job.district_code AS area_code,
       job.started_month AS month,
       'hire' AS event,
       1 AS events,
       CASE WHEN job.registered_on <= job.started_on + permitted.value THEN 1 ELSE 0 END AS timely
FROM input.employment_registration AS job
JOIN param.hire_registration_days AS permitted ON permitted.month = job.started_month
WHERE job.valid
  AND job.employment_form = '1'
UNION ALL
SELECT job.origin,
       job.district_code AS area_code,
       job.month,
       'leave' AS event,
       1 AS events,
       CASE WHEN job.end_registered_on <= job.ended_on + permitted.value THEN 1 ELSE 0 END AS timely
FROM ended AS job
JOIN param.leave_registration_days AS permitted ON permitted.month = job.month
