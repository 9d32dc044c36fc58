/*---
mart: unemployment
describes: Changes of the number of registered unemployed, +1 in the month of registration and −1 in the month of its end.
sources: { unemployment_registration: 失业登记 }
dimensions: { month: INTEGER }
measures: [registered_change]
conditions:
  valid: { zh: 记录无效, en: Not valid }
  urban: { zh: 不属城镇登记失业, en: Not urban }
  registration_kind = '1': { zh: 属求职登记而非失业登记, en: Registered as a job seeker only }
  job_will: { zh: 没有就业要求, en: Does not want work }
  age_at_registration >= 16: { zh: 登记时不满16周岁, en: Under 16 when registered }
  age_at_registration < 60: { zh: 登记时已满60周岁, en: 60 or older when registered }
---*/
-- Working age is 16 to 59 on the day of registration; kind 2 is the job-seeking registration of graduates, which is not unemployment.
WITH counted AS (
    SELECT origin, district_code, registered_month, ended_month
    FROM input.unemployment_registration
    WHERE valid
      AND urban
      AND registration_kind = '1'
      AND job_will
      AND age_at_registration >= 16
      AND age_at_registration < 60
)
SELECT origin,
       district_code AS area_code,
       registered_month AS month,
       1 AS registered_change
FROM counted
UNION ALL
-- An end before the beginning takes the entry back in its own month and never makes a stock negative.
SELECT origin,
       district_code AS area_code,
       greatest(ended_month, registered_month) AS month,
       -1 AS registered_change
FROM counted
WHERE ended_month IS NOT NULL
