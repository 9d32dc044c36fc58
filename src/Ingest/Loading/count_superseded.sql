-- Only rows that were not current when their own load ended; what later loads end stays as that load left it.
UPDATE ops.load AS file
SET rows_superseded = ended.row_count
FROM (SELECT load_id, count(*) AS row_count FROM ended_version WHERE load_id = superseded_by GROUP BY load_id) AS ended
WHERE file.load_id = ended.load_id
