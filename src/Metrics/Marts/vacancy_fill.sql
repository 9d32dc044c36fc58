/*---
mart: vacancy_fill
describes: Openings of postings that ended in the month and those filled by then, and filled postings by the days it took.
sources: { job_postings: 招聘岗位, referral: 推荐与录用 }
dimensions: { month: INTEGER, days: INTEGER }
measures: [openings, filled, filled_postings]
conditions:
  hire.hired_month IS NOT NULL: { zh: 未录用, en: Not hired }
  openings IS NOT NULL: { zh: 没有招聘人数, en: No number of openings }
---*/
-- Hires beyond the openings do not count; the hire that takes the last opening fills the posting.
WITH hires AS (
    SELECT hire.origin,
           posting.district_code,
           posting.published_on,
           posting.ended_month,
           posting.openings,
           hire.hired_on,
           hire.hired_month,
           row_number() OVER (PARTITION BY hire.city_code, hire.posting_id ORDER BY hire.hired_on, hire.business_key) AS place
    FROM input.referral AS hire
    JOIN input.job_postings AS posting ON posting.city_code = hire.city_code AND posting.posting_id = hire.posting_id
    WHERE hire.hired_month IS NOT NULL
      AND hire.hired_month <= posting.ended_month
)
SELECT origin,
       district_code AS area_code,
       ended_month AS month,
       CAST(NULL AS INTEGER) AS days,
       openings,
       0 AS filled,
       0 AS filled_postings
FROM input.job_postings
WHERE openings IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       ended_month AS month,
       CAST(NULL AS INTEGER) AS days,
       0 AS openings,
       1 AS filled,
       0 AS filled_postings
FROM hires
WHERE place <= openings
UNION ALL
SELECT origin,
       district_code AS area_code,
       hired_month AS month,
       CAST(greatest(date_diff('day', published_on, hired_on), 0) AS INTEGER) AS days,
       0 AS openings,
       0 AS filled,
       1 AS filled_postings
FROM hires
WHERE place = openings
