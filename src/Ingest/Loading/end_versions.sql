UPDATE rows_of_source AS source_row
SET superseded_by = ended_version.superseded_by
FROM ended_version
WHERE source_row.load_id = ended_version.load_id AND source_row.line = ended_version.line
