SELECT raw.*,
       row_month AS started_month
FROM raw
