WITH truth AS (
    SELECT source,
           rule,
           coalesce("column", '') AS column_name,
           severity,
           rows::BIGINT           AS expected
    FROM read_csv($file, header = true, auto_detect = false, delim = ',', quote = '"', columns = {
        'source': 'VARCHAR', 'rule': 'VARCHAR', 'column': 'VARCHAR', 'severity': 'VARCHAR', 'rows': 'VARCHAR'})
),
found AS (
    SELECT load.source,
           rejection.rule,
           rejection.column_name,
           rejection.severity,
           count(DISTINCT (rejection.load_id, rejection.line)) AS found
    FROM ops.rejection AS rejection
    JOIN ops.load AS load USING (load_id)
    GROUP BY ALL
)
SELECT source,
       rule,
       column_name,
       severity,
       coalesce(expected, 0) AS expected,
       coalesce(found, 0)    AS found
FROM truth
FULL JOIN found USING (source, rule, column_name, severity)
ORDER BY source, rule, column_name, severity
