/*---
mart: case_duration
describes: Closed cases by the working days between acceptance and closing; 0 is the same day.
sources: { service_case: 服务办件, workday_calendar: 工作日历 }
registers: [workday_calendar]
dimensions: { month: INTEGER, case_kind: VARCHAR, workdays: INTEGER }
measures: [cases]
---*/
SELECT handled.origin,
       handled.district_code AS area_code,
       handled.closed_month AS month,
       handled.case_kind,
       CAST(closed_day.number - accepted_day.number AS INTEGER) AS workdays,
       1 AS cases
FROM input.service_case AS handled
JOIN calendar.workday AS accepted_day ON accepted_day.day = CAST(handled.accepted_at AS DATE)
JOIN calendar.workday AS closed_day ON closed_day.day = CAST(handled.closed_at AS DATE)
