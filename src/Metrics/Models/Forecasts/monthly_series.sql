-- Areas with a ratio of openings to seekers are the cities and what is above them; districts have none.
WITH total AS (
    SELECT indicator,
           area_code,
           period,
           numerator,
           denominator,
           value
    FROM figure
    WHERE indicator IN ('E01', 'E05', 'E07')
      AND variant = ''
      AND breakdown = ''
      AND length(period) = 7
      AND period NOT LIKE '%Q%'
      AND period NOT LIKE '%H%'
),
measured AS (
    SELECT 'new_urban_jobs' AS measure, area_code, period, value::DECIMAL(28, 6) AS value FROM total WHERE indicator = 'E01'
    UNION ALL
    SELECT 'registered_unemployed' AS measure, area_code, period, numerator::DECIMAL(28, 6) AS value FROM total WHERE indicator = 'E05'
    UNION ALL
    SELECT 'openings' AS measure, area_code, period, numerator::DECIMAL(28, 6) AS value FROM total WHERE indicator = 'E07'
    UNION ALL
    SELECT 'seekers' AS measure, area_code, period, denominator::DECIMAL(28, 6) AS value FROM total WHERE indicator = 'E07'
)
SELECT measure,
       area_code,
       period,
       value
FROM measured
WHERE area_code IN (SELECT area_code FROM total WHERE indicator = 'E07')
ORDER BY measure, area_code, period
