SELECT
    raw.*,
    (year(checked_on) * 12 + month(checked_on) - 1)::INTEGER AS checked_month
FROM raw
