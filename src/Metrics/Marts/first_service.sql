/*---
mart: first_service
describes: Unemployment registrations followed long enough, and those whose person got a first service within the promised working days.
sources: { unemployment_registration: 失业登记, service_case: 服务办件, workday_calendar: 工作日历 }
registers: [workday_calendar]
dimensions: { month: INTEGER, sex: VARCHAR, education: VARCHAR }
measures: [followed, served]
conditions:
  registered.registration_kind = '1': { zh: 不是失业登记, en: Not a registration as unemployed }
  registered.valid: { zh: 记录无效, en: Not valid }
  registered.job_will: { zh: 没有就业意愿, en: Does not want work }
---*/
-- First services are guidance, placement, training and assistance (case kinds 3 to 6).
WITH cohort AS (
    SELECT registered.origin,
           registered.city_code,
           registered.district_code,
           registered.person_key,
           registered.sex,
           registered.education,
           registered.registered_on,
           registered.registered_month,
           registered_day.number + promise.value AS due_number
    FROM input.unemployment_registration AS registered
    JOIN calendar.workday AS registered_day ON registered_day.day = registered.registered_on
    JOIN covered.service_case AS followed ON followed.city_code = registered.city_code
    JOIN calendar.workday AS last_day ON last_day.day = followed.last_day
    JOIN param.first_service_workdays AS promise ON promise.month = registered.registered_month
    WHERE registered.registration_kind = '1'
      AND registered.valid
      AND registered.job_will
      AND registered_day.number + promise.value <= last_day.number
),
served AS (
    SELECT DISTINCT cohort.origin
    FROM cohort
    JOIN input.service_case AS handled ON handled.city_code = cohort.city_code AND handled.person_key = cohort.person_key
    JOIN calendar.workday AS handled_day ON handled_day.day = CAST(handled.accepted_at AS DATE)
    WHERE handled.case_kind IN ('3', '4', '5', '6')
      AND handled_day.day >= cohort.registered_on
      AND handled_day.number <= cohort.due_number
)
SELECT origin,
       district_code AS area_code,
       registered_month AS month,
       sex,
       education,
       1 AS followed,
       CASE WHEN origin IN (SELECT origin FROM served) THEN 1 ELSE 0 END AS served
FROM cohort
