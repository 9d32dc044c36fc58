SELECT city_code,
       occupation,
       education,
       NULL::DECIMAL(18, 2) AS pay,
       count(*)::BIGINT AS count
FROM stg.job_seeking
WHERE superseded_by IS NULL
  AND occupation_major BETWEEN 1 AND 8
  AND registered_month <= $last
  AND (registered_month >= $first OR ended_month >= $first)
GROUP BY ALL
ORDER BY ALL
