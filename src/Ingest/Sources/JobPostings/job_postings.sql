-- A posting without an end is on offer for 30 days; one taken down earlier ends then. Occupation 9: not mapped.
SELECT raw.*,
       row_month AS published_month,
       CASE WHEN published_on IS NOT NULL
            THEN LEAST(
                CAST(year(coalesce(valid_to, published_on + 30)) * 12 + month(coalesce(valid_to, published_on + 30)) - 1 AS INTEGER),
                CAST(year(closed_on) * 12 + month(closed_on) - 1 AS INTEGER))
       END AS ended_month,
       coalesce(CAST(ascii(occupation) - ascii('0') AS UTINYINT), 9::UTINYINT) AS occupation_major
FROM raw
