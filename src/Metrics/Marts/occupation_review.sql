/*---
mart: occupation_review
describes: Reviewed occupation codes of postings, and those that agree as far as the major, sub-major and minor group.
sources: { occupation_review: 职业编码复核 }
dimensions: { month: INTEGER }
measures: [reviewed_rows, major_agrees, sub_major_agrees, minor_agrees]
---*/
SELECT origin,
       district_code AS area_code,
       reviewed_month AS month,
       1 AS reviewed_rows,
       CASE WHEN substring(coded, 1, 1) = substring(reviewed, 1, 1) THEN 1 ELSE 0 END AS major_agrees,
       CASE WHEN substring(coded, 1, 4) = substring(reviewed, 1, 4) THEN 1 ELSE 0 END AS sub_major_agrees,
       CASE WHEN substring(coded, 1, 7) = substring(reviewed, 1, 7) THEN 1 ELSE 0 END AS minor_agrees
FROM input.occupation_review
