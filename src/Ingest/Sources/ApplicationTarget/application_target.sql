SELECT
    raw.*,
    (year(due_on) * 12 + month(due_on) - 1)::INTEGER AS due_month
FROM raw
