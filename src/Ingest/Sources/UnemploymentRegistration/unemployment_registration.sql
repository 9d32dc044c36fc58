-- Age in full years on the day of registration; a spell without an end is open.
SELECT raw.*,
       row_month AS registered_month,
       CAST(year(ended_on) * 12 + month(ended_on) - 1 AS INTEGER) AS ended_month,
       CAST(year(registered_on) - year(birth_date)
            - CASE WHEN month(registered_on) * 100 + day(registered_on) < month(birth_date) * 100 + day(birth_date) THEN 1 ELSE 0 END AS INTEGER)
           AS age_at_registration
FROM raw
