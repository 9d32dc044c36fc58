SELECT
    raw.*,
    (year(opened_on) * 12 + month(opened_on) - 1)::INTEGER AS opened_month,
    (year(closed_on) * 12 + month(closed_on) - 1)::INTEGER AS closed_month
FROM raw
