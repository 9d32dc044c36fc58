SELECT raw.*,
       row_month AS rated_month
FROM raw
