SELECT
    raw.*
FROM raw
