/*---
mart: key_group_service
describes: "Changes of the persons on named lists who want work, and of those who got the whole bundle: a contact, guidance, a placement service, and training or assistance."
sources: { key_group_roster: 重点群体实名台账, service_case: 服务办件 }
dimensions: { month: INTEGER, key_group: VARCHAR }
measures: [willing, bundled]
conditions:
  roster.job_will: { zh: 没有就业意愿, en: Does not want work }
  roster.contacted_on IS NOT NULL: { zh: 尚未联系, en: Not contacted yet }
---*/
WITH served AS (
    SELECT roster.origin,
           min(CASE WHEN handled.case_kind = '3' THEN handled.accepted_month END) AS guided_month,
           min(CASE WHEN handled.case_kind = '4' THEN handled.accepted_month END) AS placed_month,
           min(CASE WHEN handled.case_kind IN ('5', '6') THEN handled.accepted_month END) AS supported_month
    FROM input.key_group_roster AS roster
    JOIN input.service_case AS handled ON handled.city_code = roster.city_code AND handled.person_key = roster.person_key
    WHERE roster.job_will
      AND roster.contacted_on IS NOT NULL
      AND handled.case_kind IN ('3', '4', '5', '6')
      AND CAST(handled.accepted_at AS DATE) >= roster.entered_on
    GROUP BY roster.origin
),
bundled AS (
    SELECT roster.origin,
           roster.district_code,
           roster.key_group,
           greatest(roster.entered_month, roster.contacted_month, served.guided_month, served.placed_month, served.supported_month) AS first_month,
           coalesce(roster.left_month, 999999) AS end_month
    FROM input.key_group_roster AS roster
    JOIN served ON served.origin = roster.origin
    WHERE served.guided_month IS NOT NULL
      AND served.placed_month IS NOT NULL
      AND served.supported_month IS NOT NULL
)
SELECT origin,
       district_code AS area_code,
       entered_month AS month,
       key_group,
       1 AS willing,
       0 AS bundled
FROM input.key_group_roster
WHERE job_will
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(left_month, entered_month) AS month,
       key_group,
       -1 AS willing,
       0 AS bundled
FROM input.key_group_roster
WHERE job_will
  AND left_month IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       first_month AS month,
       key_group,
       0 AS willing,
       1 AS bundled
FROM bundled
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(end_month, first_month) AS month,
       key_group,
       0 AS willing,
       -1 AS bundled
FROM bundled
