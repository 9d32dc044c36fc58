SELECT
    raw.*,
    (year(ended_on) * 12 + month(ended_on) - 1)::INTEGER AS ended_month
FROM raw
