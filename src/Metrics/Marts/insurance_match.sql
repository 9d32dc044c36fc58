/*---
mart: insurance_match
describes: Unit employment registered, as far as the insurance of the month after is known, and what of it social insurance confirms.
sources: { employment_registration: 就业登记, social_insurance_match: 社保参保比对 }
dimensions: { month: INTEGER }
measures: [compared, confirmed]
conditions:
  registered.valid: { zh: 记录无效, en: Not valid }
  registered.employment_form = '1': { zh: 不是单位就业, en: Not unit employment }
---*/
WITH job AS (
    SELECT registered.origin,
           registered.city_code,
           registered.district_code,
           registered.person_key,
           registered.credit_code,
           registered.started_month
    FROM input.employment_registration AS registered
    JOIN covered.social_insurance_match AS followed ON followed.city_code = registered.city_code
    WHERE registered.valid
      AND registered.employment_form = '1'
      AND registered.started_month + 1 <= followed.last_month
),
confirmed AS (
    SELECT DISTINCT job.origin
    FROM job
    JOIN input.social_insurance_match AS insured
      ON insured.city_code = job.city_code AND insured.person_key = job.person_key AND insured.credit_code = job.credit_code
    WHERE insured.insured_month >= job.started_month
      AND insured.insured_month <= job.started_month + 1
)
SELECT origin,
       district_code AS area_code,
       started_month AS month,
       1 AS compared,
       CASE WHEN origin IN (SELECT origin FROM confirmed) THEN 1 ELSE 0 END AS confirmed
FROM job
