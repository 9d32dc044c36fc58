SELECT
    raw.*,
    (year(designated_on) * 12 + month(designated_on) - 1)::INTEGER AS designated_month
FROM raw
