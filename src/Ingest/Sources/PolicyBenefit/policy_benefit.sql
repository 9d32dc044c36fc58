SELECT
    raw.*,
    (year(paid_on) * 12 + month(paid_on) - 1)::INTEGER AS paid_month
FROM raw
