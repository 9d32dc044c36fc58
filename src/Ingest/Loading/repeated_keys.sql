-- Keys of which this load brings one more current row, by hash: few bytes a row, and almost always none. Only the load's own rows are
-- grouped; of the others it is asked whether they have one of its keys, so that the cost follows the load and not the table.
CREATE OR REPLACE TEMP TABLE repeated_key AS
WITH new_key AS (
    SELECT hash(city_code, business_key) AS key_hash
    FROM rows_of_source
    WHERE load_id >= $first_load AND superseded_by IS NULL
)
SELECT hash(city_code, business_key) AS key_hash
FROM rows_of_source
WHERE load_id < $first_load
  AND superseded_by IS NULL
  AND city_code IN (SELECT city_code FROM loaded_city)
  AND hash(city_code, business_key) IN (SELECT key_hash FROM new_key)
UNION ALL
SELECT key_hash
FROM new_key
WHERE $repeats
GROUP BY key_hash
HAVING count(*) > 1
