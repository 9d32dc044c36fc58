SELECT
    raw.*,
    (year(reviewed_on) * 12 + month(reviewed_on) - 1)::INTEGER AS reviewed_month
FROM raw
