SELECT
    raw.*,
    (year(certified_on) * 12 + month(certified_on) - 1)::INTEGER AS certified_month,
    (year(cancelled_on) * 12 + month(cancelled_on) - 1)::INTEGER AS cancelled_month
FROM raw
