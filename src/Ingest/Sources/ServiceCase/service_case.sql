SELECT
    raw.*,
    (year(accepted_at) * 12 + month(accepted_at) - 1)::INTEGER AS accepted_month,
    (year(closed_at) * 12 + month(closed_at) - 1)::INTEGER AS closed_month,
    (year(handed_over_at) * 12 + month(handed_over_at) - 1)::INTEGER AS handed_over_month
FROM raw
