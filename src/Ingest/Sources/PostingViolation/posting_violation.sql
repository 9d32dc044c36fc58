SELECT
    raw.*,
    (year(found_on) * 12 + month(found_on) - 1)::INTEGER AS found_month,
    (year(closed_on) * 12 + month(closed_on) - 1)::INTEGER AS closed_month
FROM raw
