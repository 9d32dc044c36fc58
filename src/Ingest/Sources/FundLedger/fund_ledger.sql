SELECT
    raw.*,
    (year(booked_on) * 12 + month(booked_on) - 1)::INTEGER AS booked_month,
    (coalesce(budget, 0) * 100)::BIGINT AS budget_fen,
    (coalesce(executed, 0) * 100)::BIGINT AS executed_fen
FROM raw
