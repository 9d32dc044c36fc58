SELECT
    raw.*,
    CASE WHEN rate = 0 THEN NULL ELSE (rate * 10)::BIGINT END AS rate_tenths
FROM raw
