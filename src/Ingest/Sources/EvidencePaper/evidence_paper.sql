SELECT
    raw.*,
    (year(dated_on) * 12 + month(dated_on) - 1)::INTEGER AS dated_month,
    (year(valid_to) * 12 + month(valid_to) - 1)::INTEGER AS valid_to_month
FROM raw
