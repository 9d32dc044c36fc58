/*---
mart: key_group
describes: Changes of the persons on named lists who want work, of those reached, prepared or employed, and of all who work.
sources: { key_group_roster: 重点群体实名台账 }
dimensions: { month: INTEGER, key_group: VARCHAR, working_place: VARCHAR }
measures: [willing, contacted, prepared, employed_or_prepared, working]
---*/
-- What happened before a person came onto the list counts from that month on; who leaves the list leaves every count.
WITH roster AS (
    SELECT origin,
           district_code,
           key_group,
           working_place,
           job_will,
           entered_month,
           coalesce(left_month, 999999) AS end_month,
           contacted_month,
           prepared_month,
           employed_month,
           CASE WHEN employed_month IS NULL OR prepared_month < employed_month THEN prepared_month ELSE employed_month END AS settled_month
    FROM input.key_group_roster
),
changes AS (
    SELECT origin, district_code, key_group, working_place, 'willing' AS change, entered_month AS first_month, end_month
    FROM roster
    WHERE job_will
    UNION ALL
    SELECT origin, district_code, key_group, working_place, 'contacted' AS change, greatest(contacted_month, entered_month) AS first_month, end_month
    FROM roster
    WHERE job_will
      AND contacted_month IS NOT NULL
    UNION ALL
    SELECT origin, district_code, key_group, working_place, 'prepared' AS change, greatest(prepared_month, entered_month) AS first_month, end_month
    FROM roster
    WHERE job_will
      AND prepared_month IS NOT NULL
    UNION ALL
    SELECT origin, district_code, key_group, working_place, 'settled' AS change, greatest(settled_month, entered_month) AS first_month, end_month
    FROM roster
    WHERE job_will
      AND settled_month IS NOT NULL
    UNION ALL
    SELECT origin, district_code, key_group, working_place, 'working' AS change, greatest(employed_month, entered_month) AS first_month, end_month
    FROM roster
    WHERE employed_month IS NOT NULL
)
SELECT origin,
       district_code AS area_code,
       first_month AS month,
       key_group,
       working_place,
       CASE WHEN change = 'willing' THEN 1 ELSE 0 END AS willing,
       CASE WHEN change = 'contacted' THEN 1 ELSE 0 END AS contacted,
       CASE WHEN change = 'prepared' THEN 1 ELSE 0 END AS prepared,
       CASE WHEN change = 'settled' THEN 1 ELSE 0 END AS employed_or_prepared,
       CASE WHEN change = 'working' THEN 1 ELSE 0 END AS working
FROM changes
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(end_month, first_month) AS month,
       key_group,
       working_place,
       CASE WHEN change = 'willing' THEN -1 ELSE 0 END AS willing,
       CASE WHEN change = 'contacted' THEN -1 ELSE 0 END AS contacted,
       CASE WHEN change = 'prepared' THEN -1 ELSE 0 END AS prepared,
       CASE WHEN change = 'settled' THEN -1 ELSE 0 END AS employed_or_prepared,
       CASE WHEN change = 'working' THEN -1 ELSE 0 END AS working
FROM changes
