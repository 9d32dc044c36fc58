-- Current answers of two releases, side by side; only what differs. Both files are attached read-only as "older" and "newer".
-- Figures about too few persons are told only when $whole is asked for.
WITH before AS (
         SELECT indicator, variant, area_code, period, breakdown, member,
                CASE WHEN held_back IS NULL OR $whole THEN value END AS value,
                CASE WHEN held_back IS NULL OR $whole THEN status ELSE 'Suppressed' END AS status
         FROM older_figures
         WHERE known_to IS NULL
     ),
     after AS (
         SELECT indicator, variant, area_code, period, breakdown, member,
                CASE WHEN held_back IS NULL OR $whole THEN value END AS value,
                CASE WHEN held_back IS NULL OR $whole THEN status ELSE 'Suppressed' END AS status,
                known_from
         FROM newer_figures
         WHERE known_to IS NULL
     ),
     joined AS (
         SELECT indicator, variant, area_code, period, breakdown, member,
                before.value AS old_value, before.status AS old_status, after.value AS new_value, after.status AS new_status, after.known_from,
                CASE WHEN before.status IS NULL THEN 'added' WHEN after.status IS NULL THEN 'removed' ELSE 'revised' END AS change
         FROM before
         FULL JOIN after USING (indicator, variant, area_code, period, breakdown, member)
         WHERE before.value IS DISTINCT FROM after.value OR before.status IS DISTINCT FROM after.status
     )
SELECT *, count(*) OVER () AS total, count(*) FILTER (change = 'added') OVER () AS added, count(*) FILTER (change = 'revised') OVER () AS revised,
       count(*) FILTER (change = 'removed') OVER () AS removed
FROM joined
ORDER BY indicator, area_code, variant, breakdown, member, period
LIMIT $limit OFFSET $offset
