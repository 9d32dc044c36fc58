SELECT
    raw.*,
    (year(served_from) * 12 + month(served_from) - 1)::INTEGER AS served_from_month,
    (year(served_to) * 12 + month(served_to) - 1)::INTEGER AS served_to_month
FROM raw
