SELECT
    raw.*,
    (year(due_at) * 12 + month(due_at) - 1)::INTEGER AS due_month
FROM raw
