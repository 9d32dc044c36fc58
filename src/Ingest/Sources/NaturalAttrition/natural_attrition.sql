SELECT raw.*,
       row_month AS occurred_month
FROM raw
