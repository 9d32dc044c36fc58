SELECT
    raw.*,
    (year(first_published_on) * 12 + month(first_published_on) - 1)::INTEGER AS first_published_month
FROM raw
