SELECT
    raw.*,
    (year(certified_on) * 12 + month(certified_on) - 1)::INTEGER AS certified_month,
    (year(first_employed_on) * 12 + month(first_employed_on) - 1)::INTEGER AS first_employed_month,
    (year(cancelled_on) * 12 + month(cancelled_on) - 1)::INTEGER AS cancelled_month
FROM raw
