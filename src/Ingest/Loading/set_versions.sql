UPDATE rows_of_source AS source_row
SET superseded_by = restored_version.ended_by
FROM restored_version
WHERE source_row.load_id = restored_version.load_id
  AND source_row.line = restored_version.line
  AND source_row.superseded_by IS DISTINCT FROM restored_version.ended_by
