/*---
mart: zero_job_family
describes: "Households without a working member: those due to be cleared in the quarter of their certification, those cleared, and changes of those still open."
sources: { zero_job_family: 零就业家庭 }
dimensions: { month: INTEGER }
measures: [due, cleared, open_families]
---*/
-- The limit is the end of the quarter of certification. A household struck off without anyone having found work by then is not due.
WITH families AS (
    SELECT origin,
           district_code,
           certified_month,
           certified_month - certified_month % 3 + 2 AS limit_month,
           coalesce(first_employed_month, 999999) AS employed_month,
           coalesce(cancelled_month, 999999) AS cancelled_month
    FROM input.zero_job_family
)
SELECT origin,
       district_code AS area_code,
       limit_month AS month,
       1 AS due,
       CASE WHEN employed_month <= limit_month THEN 1 ELSE 0 END AS cleared,
       0 AS open_families
FROM families
WHERE employed_month <= limit_month
   OR cancelled_month > limit_month
UNION ALL
SELECT origin,
       district_code AS area_code,
       certified_month AS month,
       0 AS due,
       0 AS cleared,
       1 AS open_families
FROM families
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(least(employed_month, cancelled_month), certified_month) AS month,
       0 AS due,
       0 AS cleared,
       -1 AS open_families
FROM families
