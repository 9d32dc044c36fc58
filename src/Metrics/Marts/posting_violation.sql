/*---
mart: posting_violation
describes: Postings in force in which a discriminatory requirement was found, confirmed or not yet decided, and the change by which confirmed fraud makes a posting suspect earlier than it is stale.
sources: { job_postings: 招聘岗位, posting_violation: 招聘违规线索 }
dimensions: { month: INTEGER, violation_kind: VARCHAR }
measures: [confirmed, confirmed_of_kind, candidates, candidates_of_kind, suspect_change]
conditions:
  violation.violation_kind IN ('1', '2', '3', '4', '5', '6', '7'): { zh: 不是歧视性要求, en: Not a discriminatory requirement }
  violation.decision IN ('0', '1'): { zh: 已排除或尚无认定, en: Dismissed or not decided }
---*/
-- Kinds 1 to 7 are discriminatory requirements, 8 and 9 fraud and fees. A posting counts once a month in the total, and once a month under each kind.
WITH found AS (
    SELECT violation.origin,
           violation.city_code,
           posting.district_code,
           violation.posting_id,
           violation.violation_kind,
           violation.decision,
           violation.found_month,
           violation.found_on,
           violation.business_key
    FROM input.posting_violation AS violation
    JOIN input.job_postings AS posting ON posting.city_code = violation.city_code AND posting.posting_id = violation.posting_id
    WHERE violation.violation_kind IN ('1', '2', '3', '4', '5', '6', '7')
      AND violation.decision IN ('0', '1')
      AND violation.found_month >= posting.published_month
      AND violation.found_month <= posting.ended_month
),
ranked AS (
    SELECT origin,
           district_code,
           violation_kind,
           decision,
           found_month,
           row_number() OVER (PARTITION BY city_code, posting_id, decision, found_month ORDER BY found_on, business_key) AS place,
           row_number() OVER (PARTITION BY city_code, posting_id, decision, found_month, violation_kind ORDER BY found_on, business_key) AS place_of_kind
    FROM found
),
fraud AS (
    SELECT violation.origin,
           violation.city_code,
           violation.posting_id,
           violation.found_month
    FROM input.posting_violation AS violation
    WHERE violation.violation_kind IN ('8', '9')
      AND violation.decision = '1'
    QUALIFY row_number() OVER (PARTITION BY violation.city_code, violation.posting_id ORDER BY violation.found_month, violation.business_key) = 1
),
suspect AS (
    SELECT fraud.origin,
           posting.district_code,
           greatest(fraud.found_month, posting.published_month) AS found_month,
           greatest(coalesce(EXTRACT(YEAR FROM posting.closed_on) * 12 + EXTRACT(MONTH FROM posting.closed_on), 999999), posting.published_month + 1) AS unlisted_month,
           CASE WHEN posting.credit_codes_checked > posting.credit_codes_valid THEN posting.published_month
                WHEN posting.closed_on IS NULL AND posting.valid_to IS NOT NULL
                THEN greatest(EXTRACT(YEAR FROM posting.valid_to) * 12 + EXTRACT(MONTH FROM posting.valid_to), posting.published_month)
                ELSE 999999 END AS stale_month
    FROM fraud
    JOIN input.job_postings AS posting ON posting.city_code = fraud.city_code AND posting.posting_id = fraud.posting_id
)
SELECT origin,
       district_code AS area_code,
       found_month AS month,
       violation_kind,
       CASE WHEN decision = '1' AND place = 1 THEN 1 ELSE 0 END AS confirmed,
       CASE WHEN decision = '1' AND place_of_kind = 1 THEN 1 ELSE 0 END AS confirmed_of_kind,
       CASE WHEN decision = '0' AND place = 1 THEN 1 ELSE 0 END AS candidates,
       CASE WHEN decision = '0' AND place_of_kind = 1 THEN 1 ELSE 0 END AS candidates_of_kind,
       0 AS suspect_change
FROM ranked
UNION ALL
SELECT origin,
       district_code AS area_code,
       found_month AS month,
       NULL AS violation_kind,
       0 AS confirmed,
       0 AS confirmed_of_kind,
       0 AS candidates,
       0 AS candidates_of_kind,
       1 AS suspect_change
FROM suspect
WHERE found_month < stale_month
  AND found_month < unlisted_month
UNION ALL
-- From the month in which the posting is stale by itself, or is taken down, it no longer counts here.
SELECT origin,
       district_code AS area_code,
       CAST(least(stale_month, unlisted_month) AS INTEGER) AS month,
       NULL AS violation_kind,
       0 AS confirmed,
       0 AS confirmed_of_kind,
       0 AS candidates,
       0 AS candidates_of_kind,
       -1 AS suspect_change
FROM suspect
WHERE found_month < stale_month
  AND found_month < unlisted_month
