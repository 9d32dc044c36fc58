WITH reasoned AS (
    SELECT load_id,
           count(DISTINCT line) AS rows
    FROM ops.rejection
    WHERE severity = 'rejection'
    GROUP BY load_id
)
SELECT format('load {} of {}: {} rows rejected, but reasons for {}', load_id, file_name, rows_rejected, coalesce(rows, 0))
FROM ops.load
LEFT JOIN reasoned USING (load_id)
WHERE rows_rejected <> coalesce(rows, 0)
ORDER BY load_id
