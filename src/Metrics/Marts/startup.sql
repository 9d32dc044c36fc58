/*---
mart: startup
describes: Start-ups supported, and the jobs they created.
sources: { startup: 扶持创业主体 }
dimensions: { month: INTEGER, support_kind: VARCHAR }
measures: [startups, jobs_created]
---*/
SELECT origin,
       district_code AS area_code,
       supported_month AS month,
       support_kind,
       1 AS startups,
       jobs_created
FROM input.startup
