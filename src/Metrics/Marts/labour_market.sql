/*---
mart: labour_market
describes: Openings and job seekers by occupation, newly registered in the month, and the change of those in force.
sources: { job_postings: 招聘岗位, job_seeking: 求职登记 }
dimensions: { month: INTEGER, occupation: UTINYINT }
measures: [openings_new, openings_change, seekers_new, seekers_change]
---*/
-- A posting is in force from the month of publication to the month it ends; it is carried over into every later month up to that one.
-- A posting without a stated number of openings adds none.
SELECT origin,
       district_code AS area_code,
       published_month AS month,
       occupation_major AS occupation,
       coalesce(openings, 0) AS openings_new,
       coalesce(openings, 0) AS openings_change,
       0 AS seekers_new,
       0 AS seekers_change
FROM input.job_postings
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(ended_month, published_month) AS month,
       occupation_major AS occupation,
       0 AS openings_new,
       -coalesce(openings, 0) AS openings_change,
       0 AS seekers_new,
       0 AS seekers_change
FROM input.job_postings
WHERE ended_month IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       registered_month AS month,
       occupation_major AS occupation,
       0 AS openings_new,
       0 AS openings_change,
       1 AS seekers_new,
       1 AS seekers_change
FROM input.job_seeking
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(ended_month, registered_month) AS month,
       occupation_major AS occupation,
       0 AS openings_new,
       0 AS openings_change,
       0 AS seekers_new,
       -1 AS seekers_change
FROM input.job_seeking
WHERE ended_month IS NOT NULL
