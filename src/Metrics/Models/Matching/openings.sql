SELECT city_code,
       occupation,
       education,
       salary_max,
       sum(coalesce(openings, 0))::BIGINT AS count
FROM stg.job_postings
WHERE superseded_by IS NULL
  AND occupation_major BETWEEN 1 AND 8
  AND published_month <= $last
  AND (published_month >= $first OR ended_month >= $first)
GROUP BY ALL
HAVING sum(coalesce(openings, 0)) > 0
ORDER BY ALL
