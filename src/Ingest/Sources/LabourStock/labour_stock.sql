-- The month is a column of the source itself.
SELECT raw.*
FROM raw
