-- Whether the cities of the load have current rows of loads before it.
SELECT count(*)
FROM (
    SELECT 1
    FROM rows_of_source
    WHERE load_id < $first_load
      AND superseded_by IS NULL
      AND city_code IN (SELECT city_code FROM loaded_city)
    LIMIT 1
)
