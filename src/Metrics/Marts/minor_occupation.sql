/*---
mart: minor_occupation
describes: Openings and job seekers by minor occupation, newly registered in the month, and the change of those in force.
sources: { job_postings: 招聘岗位, job_seeking: 求职登记 }
dimensions: { month: INTEGER, occupation_minor: VARCHAR }
measures: [openings_new, openings_change, seekers_new, seekers_change]
conditions:
  length(occupation) >= 7: { zh: 职业编码不到小类, en: The occupation code does not reach a minor group }
  openings IS NOT NULL: { zh: 没有招聘人数, en: No number of openings }
---*/
-- Minor groups are the first seven characters of a code (4-01-02); coarser codes name none.
SELECT origin,
       district_code AS area_code,
       published_month AS month,
       substring(occupation, 1, 7) AS occupation_minor,
       openings AS openings_new,
       openings AS openings_change,
       0 AS seekers_new,
       0 AS seekers_change
FROM input.job_postings
WHERE length(occupation) >= 7
  AND openings IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(ended_month, published_month) AS month,
       substring(occupation, 1, 7) AS occupation_minor,
       0 AS openings_new,
       -openings AS openings_change,
       0 AS seekers_new,
       0 AS seekers_change
FROM input.job_postings
WHERE length(occupation) >= 7
  AND openings IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       registered_month AS month,
       substring(occupation, 1, 7) AS occupation_minor,
       0 AS openings_new,
       0 AS openings_change,
       1 AS seekers_new,
       1 AS seekers_change
FROM input.job_seeking
WHERE length(occupation) >= 7
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(ended_month, registered_month) AS month,
       substring(occupation, 1, 7) AS occupation_minor,
       0 AS openings_new,
       0 AS openings_change,
       0 AS seekers_new,
       -1 AS seekers_change
FROM input.job_seeking
WHERE length(occupation) >= 7
