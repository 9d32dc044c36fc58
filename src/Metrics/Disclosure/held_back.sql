-- What is held back, figure by figure: the hidden cells in every view of their table. A rate may count two sets of persons.
CREATE OR REPLACE TEMP TABLE held_back AS
SELECT indicator,
       variant,
       area_code,
       period,
       breakdown,
       member,
       max(because) AS because -- Small before Complementary
FROM hidden_cell
JOIN person_cell USING (number)
JOIN person_view USING (set_number)
GROUP BY ALL;

-- An earlier answer stood beside others than today's: it is held back where anything inside its area and year is.
CREATE OR REPLACE TEMP TABLE held_back_year AS
WITH RECURSIVE inside AS (
    SELECT area_code, area_code AS above
    FROM ref.area
    UNION
    SELECT inside.area_code, area.parent_code
    FROM inside
    JOIN ref.area AS area ON area.area_code = inside.above
    WHERE area.parent_code IS NOT NULL
)
SELECT DISTINCT person_view.indicator,
       person_view.variant,
       inside.above          AS area_code,
       person_cell.last_month // 12 AS year
FROM hidden_cell
JOIN person_cell USING (number)
JOIN person_view USING (set_number)
JOIN inside USING (area_code)
