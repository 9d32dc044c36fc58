SELECT raw.*,
       row_month AS surveyed_month,
       CAST(weight * 100 AS BIGINT) AS weight_hundredths
FROM raw
