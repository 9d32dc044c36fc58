/*---
mart: service_case
describes: Cases closed in the month with what they show about time limits, visits and steps in the system, and cases handed over.
sources: { service_case: 服务办件 }
dimensions: { month: INTEGER, case_kind: VARCHAR, channel: VARCHAR }
measures: [closed, with_limit, on_time, without_visit, at_most_one_visit, core, core_recorded, core_back_filled, handed_over, handed_over_on_day]
conditions:
  closed_month IS NOT NULL: { zh: 尚未办结, en: Not closed }
---*/
-- Core business: employment and unemployment registration, assistance, start-up service (kinds 1, 2, 6, 7).
SELECT origin,
       district_code AS area_code,
       closed_month AS month,
       case_kind,
       channel,
       1 AS closed,
       CASE WHEN due_on IS NOT NULL THEN 1 ELSE 0 END AS with_limit,
       CASE WHEN CAST(closed_at AS DATE) <= due_on THEN 1 ELSE 0 END AS on_time,
       CASE WHEN visits = 0 AND channel IN ('2', '3', '4', '5') THEN 1 ELSE 0 END AS without_visit,
       CASE WHEN visits <= 1 THEN 1 ELSE 0 END AS at_most_one_visit,
       CASE WHEN case_kind IN ('1', '2', '6', '7') THEN 1 ELSE 0 END AS core,
       CASE WHEN case_kind IN ('1', '2', '6', '7') AND reviewed_at IS NOT NULL AND implemented_at IS NOT NULL
                 AND offline_step IS NOT TRUE AND back_filled IS NOT TRUE THEN 1 ELSE 0 END AS core_recorded,
       CASE WHEN case_kind IN ('1', '2', '6', '7') AND back_filled THEN 1 ELSE 0 END AS core_back_filled,
       0 AS handed_over,
       0 AS handed_over_on_day
FROM input.service_case
WHERE closed_month IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       handed_over_month AS month,
       case_kind,
       channel,
       0 AS closed,
       0 AS with_limit,
       0 AS on_time,
       0 AS without_visit,
       0 AS at_most_one_visit,
       0 AS core,
       0 AS core_recorded,
       0 AS core_back_filled,
       1 AS handed_over,
       CASE WHEN CAST(target_accepted_at AS DATE) = CAST(handed_over_at AS DATE) THEN 1 ELSE 0 END AS handed_over_on_day
FROM input.service_case
WHERE handed_over_month IS NOT NULL
