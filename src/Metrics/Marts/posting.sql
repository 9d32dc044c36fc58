/*---
mart: posting
describes: Postings newly published and changes of those in force, those whose required contents are complete, and changes of those listed and of those stale by themselves.
sources: { job_postings: 招聘岗位 }
dimensions: { month: INTEGER }
measures: [postings_new, postings_change, complete_new, complete_change, listed_change, stale_change]
---*/
-- In force: until the posting's stated or assumed end. Listed: until it is taken down, whatever its stated end; stale from the month after a stated end
-- that was passed without taking it down, or from the beginning when the employer's code fails its check.
WITH posting AS (
    SELECT origin,
           district_code,
           published_month,
           greatest(ended_month, published_month) AS ended_month,
           CASE WHEN employer_name IS NOT NULL AND openings IS NOT NULL AND salary_min IS NOT NULL AND description IS NOT NULL AND valid_to IS NOT NULL
                THEN 1 ELSE 0 END AS complete,
           greatest(coalesce(EXTRACT(YEAR FROM closed_on) * 12 + EXTRACT(MONTH FROM closed_on), 999999), published_month + 1) AS unlisted_month,
           CASE WHEN credit_codes_checked > credit_codes_valid THEN published_month
                WHEN closed_on IS NULL AND valid_to IS NOT NULL THEN greatest(EXTRACT(YEAR FROM valid_to) * 12 + EXTRACT(MONTH FROM valid_to), published_month)
                ELSE 999999 END AS stale_month
    FROM input.job_postings
)
SELECT origin,
       district_code AS area_code,
       published_month AS month,
       1 AS postings_new,
       1 AS postings_change,
       complete AS complete_new,
       complete AS complete_change,
       1 AS listed_change,
       0 AS stale_change
FROM posting
UNION ALL
SELECT origin,
       district_code AS area_code,
       ended_month AS month,
       0 AS postings_new,
       -1 AS postings_change,
       0 AS complete_new,
       -complete AS complete_change,
       0 AS listed_change,
       0 AS stale_change
FROM posting
UNION ALL
SELECT origin,
       district_code AS area_code,
       CAST(unlisted_month AS INTEGER) AS month,
       0 AS postings_new,
       0 AS postings_change,
       0 AS complete_new,
       0 AS complete_change,
       -1 AS listed_change,
       CASE WHEN stale_month < unlisted_month THEN -1 ELSE 0 END AS stale_change
FROM posting
UNION ALL
SELECT origin,
       district_code AS area_code,
       CAST(stale_month AS INTEGER) AS month,
       0 AS postings_new,
       0 AS postings_change,
       0 AS complete_new,
       0 AS complete_change,
       0 AS listed_change,
       1 AS stale_change
FROM posting
WHERE stale_month < unlisted_month
