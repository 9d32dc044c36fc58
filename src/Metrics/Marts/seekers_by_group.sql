/*---
mart: seekers_by_group
describes: Job seekers by sex, age and education, newly registered in the month, and the change of those in force. Age is that of the month of registration.
sources: { job_seeking: 求职登记 }
dimensions: { month: INTEGER, sex: VARCHAR, age_group: VARCHAR, education: VARCHAR }
measures: [seekers_new, seekers_change]
---*/
-- Ages in months: 300 are 25 years.
WITH seeker AS (
    SELECT origin,
           district_code AS area_code,
           registered_month,
           ended_month,
           sex,
           education,
           registered_month - (year(birth_date) * 12 + month(birth_date) - 1) AS age_in_months
    FROM input.job_seeking
),
grouped AS (
    SELECT origin,
           area_code,
           registered_month,
           ended_month,
           sex,
           education,
           CASE WHEN age_in_months < 192 THEN NULL
                WHEN age_in_months < 300 THEN '1'
                WHEN age_in_months < 420 THEN '2'
                WHEN age_in_months < 540 THEN '3'
                WHEN age_in_months >= 540 THEN '4'
           END AS age_group
    FROM seeker
)
SELECT origin,
       area_code,
       registered_month AS month,
       sex,
       age_group,
       education,
       1 AS seekers_new,
       1 AS seekers_change
FROM grouped
UNION ALL
SELECT origin,
       area_code,
       greatest(ended_month, registered_month) AS month,
       sex,
       age_group,
       education,
       0 AS seekers_new,
       -1 AS seekers_change
FROM grouped
WHERE ended_month IS NOT NULL
