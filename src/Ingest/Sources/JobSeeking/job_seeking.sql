-- A registration without an end is valid for 90 days; one closed earlier ends then. Occupation 9: not mapped.
SELECT raw.*,
       row_month AS registered_month,
       CASE WHEN registered_on IS NOT NULL
            THEN LEAST(
                CAST(year(coalesce(valid_to, registered_on + 90)) * 12 + month(coalesce(valid_to, registered_on + 90)) - 1 AS INTEGER),
                CAST(year(closed_on) * 12 + month(closed_on) - 1 AS INTEGER))
       END AS ended_month,
       coalesce(CAST(ascii(occupation) - ascii('0') AS UTINYINT), 9::UTINYINT) AS occupation_major
FROM raw
