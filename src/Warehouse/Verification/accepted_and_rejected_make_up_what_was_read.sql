SELECT format('load {} of {}: {} rows read, but {} accepted and {} rejected', load_id, file_name, rows_read, rows_accepted, rows_rejected)
FROM ops.load
WHERE rows_accepted + rows_rejected <> rows_read
ORDER BY load_id
