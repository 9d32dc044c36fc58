SELECT
    raw.*,
    (year(entered_on) * 12 + month(entered_on) - 1)::INTEGER AS entered_month,
    (year(left_on) * 12 + month(left_on) - 1)::INTEGER AS left_month,
    (year(contacted_on) * 12 + month(contacted_on) - 1)::INTEGER AS contacted_month,
    (year(employed_on) * 12 + month(employed_on) - 1)::INTEGER AS employed_month,
    (year(prepared_on) * 12 + month(prepared_on) - 1)::INTEGER AS prepared_month
FROM raw
