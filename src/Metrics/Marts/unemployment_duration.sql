/*---
mart: unemployment_duration
describes: Changes of the number of registered unemployed by the month of their registration, and of those registered for so long that it is long-term.
sources: { unemployment_registration: 失业登记 }
dimensions: { month: INTEGER, registered_month: INTEGER }
measures: [registered, long_term]
conditions:
  spell.valid: { zh: 记录无效, en: Not valid }
  spell.urban: { zh: 不属城镇失业, en: Not urban }
  spell.registration_kind = '1': { zh: 不是失业登记, en: Not a registration as unemployed }
  spell.job_will: { zh: 没有就业意愿, en: Does not want work }
  spell.age_at_registration >= 16: { zh: 登记时不满16周岁, en: Under 16 at registration }
  spell.age_at_registration < 60: { zh: 登记时已满60周岁, en: 60 or over at registration }
---*/
-- The same registrations as those of the registered rate.
WITH counted AS (
    SELECT spell.origin,
           spell.district_code,
           spell.registered_month,
           greatest(coalesce(spell.ended_month, 999999), spell.registered_month) AS end_month,
           spell.registered_month + long_term.value AS long_term_month
    FROM input.unemployment_registration AS spell
    JOIN param.long_term_months AS long_term ON long_term.month = spell.registered_month
    WHERE spell.valid
      AND spell.urban
      AND spell.registration_kind = '1'
      AND spell.job_will
      AND spell.age_at_registration >= 16
      AND spell.age_at_registration < 60
)
SELECT origin,
       district_code AS area_code,
       registered_month AS month,
       registered_month,
       1 AS registered,
       0 AS long_term
FROM counted
UNION ALL
SELECT origin,
       district_code AS area_code,
       end_month AS month,
       registered_month,
       -1 AS registered,
       CASE WHEN end_month > long_term_month THEN -1 ELSE 0 END AS long_term
FROM counted
UNION ALL
SELECT origin,
       district_code AS area_code,
       long_term_month AS month,
       registered_month,
       0 AS registered,
       1 AS long_term
FROM counted
WHERE end_month > long_term_month
