SELECT
    raw.*,
    (year(day) * 12 + month(day) - 1)::INTEGER AS day_month
FROM raw
