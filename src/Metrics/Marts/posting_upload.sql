/*---
mart: posting_upload
describes: Postings published, and those whose receipt shows that they arrived whole.
sources: { job_postings: 招聘岗位, posting_upload: 岗位归集回执 }
dimensions: { month: INTEGER }
measures: [published, collected]
---*/
SELECT origin,
       district_code AS area_code,
       published_month AS month,
       1 AS published,
       CASE WHEN (city_code, posting_id) IN (SELECT city_code, posting_id FROM input.posting_upload WHERE accepted AND NOT truncated) THEN 1 ELSE 0 END AS collected
FROM input.job_postings
