/*---
mart: report_batch
describes: Batches due, and those first accepted in time.
sources: { report_batch: 报送批次 }
dimensions: { month: INTEGER, report_month: INTEGER }
measures: [due, on_time]
---*/
-- The ministry's report month ends on the 20th: what is due after counts in the next one.
SELECT origin,
       district_code AS area_code,
       due_month AS month,
       CAST(due_month + CASE WHEN EXTRACT(DAY FROM due_at) > 20 THEN 1 ELSE 0 END AS INTEGER) AS report_month,
       1 AS due,
       CASE WHEN accepted_at <= due_at THEN 1 ELSE 0 END AS on_time
FROM input.report_batch
