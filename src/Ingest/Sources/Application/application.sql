SELECT
    raw.*,
    (year(applied_on) * 12 + month(applied_on) - 1)::INTEGER AS applied_month
FROM raw
