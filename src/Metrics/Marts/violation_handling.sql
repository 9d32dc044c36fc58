/*---
mart: violation_handling
describes: Leads on postings whose limit falls in the month, and those closed by then with an outcome.
sources: { posting_violation: 招聘违规线索 }
dimensions: { month: INTEGER, violation_kind: VARCHAR, found_by: VARCHAR }
measures: [due, handled]
---*/
SELECT origin,
       district_code AS area_code,
       CAST(EXTRACT(YEAR FROM due_on) * 12 + EXTRACT(MONTH FROM due_on) - 1 AS INTEGER) AS month,
       violation_kind,
       found_by,
       1 AS due,
       CASE WHEN closed_on <= due_on AND outcome IS NOT NULL THEN 1 ELSE 0 END AS handled
FROM input.posting_violation
