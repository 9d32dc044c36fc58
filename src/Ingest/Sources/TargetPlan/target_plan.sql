SELECT raw.*,
       CAST(target * 100 AS BIGINT) AS target_hundredths
FROM raw
