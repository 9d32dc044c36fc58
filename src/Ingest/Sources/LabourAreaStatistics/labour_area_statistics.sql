SELECT raw.*
FROM raw
