-- The cells of the tables of persons: a cell is small when any figure about it, today's or an earlier one, counts fewer persons than may be shown.
CREATE OR REPLACE TEMP TABLE person_cell AS
SELECT CAST(row_number() OVER (ORDER BY set_number, area_code, last_month, period, breakdown, member) AS INTEGER) AS number, *
FROM (
    SELECT set_number,
           area_code,
           period,
           last_month,
           breakdown,
           member,
           bool_or(known_to IS NULL AND value IS NOT NULL)                        AS stated,
           bool_or(above AND numerator > 0 AND numerator < $minimum
                   OR below AND denominator > 0 AND denominator < $minimum) IS TRUE AS small,
           bool_or(above AND numerator > 0 OR below AND denominator > 0) IS NOT TRUE AS empty
    FROM obs.observation
    JOIN person_view USING (indicator, variant)
    GROUP BY ALL
)
