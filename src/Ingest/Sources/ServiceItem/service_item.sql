SELECT
    raw.*,
    (year(published_on) * 12 + month(published_on) - 1)::INTEGER AS published_month,
    (year(listed_on) * 12 + month(listed_on) - 1)::INTEGER AS listed_month,
    (year(withdrawn_on) * 12 + month(withdrawn_on) - 1)::INTEGER AS withdrawn_month
FROM raw
