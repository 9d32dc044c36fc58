SELECT
    raw.*,
    (year(referred_on) * 12 + month(referred_on) - 1)::INTEGER AS referred_month,
    (year(hired_on) * 12 + month(hired_on) - 1)::INTEGER AS hired_month
FROM raw
