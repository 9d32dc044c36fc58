-- The versions of the keys that a revoked load spoke about, as if that load had never been: of the others, the greatest
-- (updated_at, sha256, line) is current, and each lesser one ended in the first load that held a greater one beside it.
CREATE OR REPLACE TEMP TABLE restored_version AS
WITH version AS (
    SELECT source_row.load_id,
           source_row.line,
           source_row.superseded_by,
           min(source_row.load_id) OVER (
               PARTITION BY source_row.city_code, source_row.business_key
               ORDER BY source_row.updated_at DESC NULLS LAST, file.sha256 DESC, source_row.line DESC, source_row.load_id DESC
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS first_greater_load
    FROM rows_of_source AS source_row
    JOIN ops.load AS file ON file.load_id = source_row.load_id
    WHERE (source_row.city_code, source_row.business_key) IN (SELECT (city_code, business_key) FROM rows_of_source WHERE load_id = $load)
      AND source_row.load_id NOT IN (SELECT load_id FROM ops.revocation)
)
SELECT load_id,
       line,
       CASE WHEN first_greater_load IS NOT NULL THEN GREATEST(load_id, first_greater_load) END AS ended_by,
       superseded_by AS ended_before
FROM version
