SELECT posting_id,
       district_code,
       title,
       description
FROM stg.job_postings
WHERE superseded_by IS NULL
  AND published_month <= $month
  AND ended_month >= $month
  AND city_code > 0
ORDER BY city_code, posting_id
