-- The greatest (updated_at, sha256, line) of a key is current. Another row ended in the first load that held a greater one beside it,
-- so that the result does not depend on how loads are put together.
CREATE OR REPLACE TEMP TABLE ended_version AS
WITH version AS (
    SELECT source_row.load_id,
           source_row.line,
           min(source_row.load_id) OVER (
               PARTITION BY source_row.city_code, source_row.business_key
               ORDER BY source_row.updated_at DESC NULLS LAST, file.sha256 DESC, source_row.line DESC, source_row.load_id DESC
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS first_greater_load
    FROM rows_of_source AS source_row
    JOIN ops.load AS file ON file.load_id = source_row.load_id
    WHERE source_row.superseded_by IS NULL
      AND source_row.city_code IN (SELECT city_code FROM loaded_city)
      AND hash(source_row.city_code, source_row.business_key) IN (SELECT key_hash FROM repeated_key)
)
SELECT load_id,
       line,
       GREATEST(load_id, first_greater_load) AS superseded_by
FROM version
WHERE first_greater_load IS NOT NULL
