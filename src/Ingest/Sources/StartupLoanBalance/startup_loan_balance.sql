SELECT
    raw.*,
    (balance * 100)::BIGINT AS balance_fen,
    (overdue * 100)::BIGINT AS overdue_fen
FROM raw
