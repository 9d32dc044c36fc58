SELECT
    raw.*,
    (year(paid_on) * 12 + month(paid_on) - 1)::INTEGER AS paid_month,
    (amount * 100)::BIGINT AS amount_fen
FROM raw
