SELECT
    raw.*,
    (year(supported_on) * 12 + month(supported_on) - 1)::INTEGER AS supported_month
FROM raw
