/*---
mart: policy_case
describes: Policy cases closed, those handled end to end in one system and paid under their number, and those implemented by the working days it took.
sources: { service_case: 服务办件, policy_benefit: 补贴发放, workday_calendar: 工作日历 }
registers: [workday_calendar]
dimensions: { month: INTEGER, workdays: INTEGER }
measures: [closed, end_to_end, implemented]
conditions:
  case_kind = '8': { zh: 不是政策待遇办件, en: Not a policy case }
  closed_month IS NOT NULL: { zh: 尚未办结, en: Not closed }
---*/
SELECT origin,
       district_code AS area_code,
       closed_month AS month,
       CAST(NULL AS INTEGER) AS workdays,
       1 AS closed,
       CASE WHEN reviewed_at IS NOT NULL
                 AND implemented_at IS NOT NULL
                 AND offline_step IS NOT TRUE
                 AND (city_code, case_no) IN (SELECT city_code, case_no FROM input.policy_benefit WHERE case_no IS NOT NULL)
            THEN 1 ELSE 0 END AS end_to_end,
       0 AS implemented
FROM input.service_case
WHERE case_kind = '8'
  AND closed_month IS NOT NULL
UNION ALL
SELECT handled.origin,
       handled.district_code AS area_code,
       CAST(EXTRACT(YEAR FROM handled.implemented_at) * 12 + EXTRACT(MONTH FROM handled.implemented_at) - 1 AS INTEGER) AS month,
       CAST(implemented_day.number - accepted_day.number AS INTEGER) AS workdays,
       0 AS closed,
       0 AS end_to_end,
       1 AS implemented
FROM input.service_case AS handled
JOIN calendar.workday AS accepted_day ON accepted_day.day = CAST(handled.accepted_at AS DATE)
JOIN calendar.workday AS implemented_day ON implemented_day.day = CAST(handled.implemented_at AS DATE)
WHERE handled.case_kind = '8'
