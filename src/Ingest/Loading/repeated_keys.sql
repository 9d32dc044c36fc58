-- Keys of which this load brings one more current row, by hash: few bytes a row, and almost always none.
CREATE OR REPLACE TEMP TABLE repeated_key AS
SELECT key_hash
FROM (SELECT hash(city_code, business_key) AS key_hash, load_id >= $first_load AS is_new
      FROM rows_of_source
      WHERE superseded_by IS NULL AND city_code IN (SELECT city_code FROM loaded_city))
GROUP BY key_hash
HAVING count(*) > 1 AND bool_or(is_new)
