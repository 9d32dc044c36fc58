/*---
mart: report_batch
describes: Batches due, and those first accepted in time.
sources: { report_batch: 报送批次 }
dimensions: { month: INTEGER }
measures: [due, on_time]
---*/
SELECT origin,
       district_code AS area_code,
       due_month AS month,
       1 AS due,
       CASE WHEN accepted_at <= due_at THEN 1 ELSE 0 END AS on_time
FROM input.report_batch
