/*---
mart: service_site
describes: "Changes of the service sites in use: those whose class has an equipment list, those that have every item of it working, and those without a class."
sources: { service_site: 服务网点, equipment_requirement: 设施设备配置清单, site_equipment: 网点设施设备 }
registers: [service_site, equipment_requirement, site_equipment]
dimensions: { month: INTEGER, site_class: VARCHAR }
measures: [listed_sites, equipped_sites, unclassed_sites]
---*/
WITH required AS (
    SELECT DISTINCT city_code, site_class, equipment
    FROM input.equipment_requirement
),
lists AS (
    SELECT city_code, site_class, count(*) AS items
    FROM required
    GROUP BY city_code, site_class
),
working AS (
    SELECT DISTINCT city_code, site_id, equipment
    FROM input.site_equipment
    WHERE present
      AND working
),
listed AS (
    SELECT site.origin, site.city_code, site.district_code, site.site_id, site.site_class, site.opened_month, site.closed_month, lists.items
    FROM input.service_site AS site
    JOIN lists ON lists.city_code = site.city_code AND lists.site_class = site.site_class
),
equipped AS (
    SELECT listed.origin
    FROM listed
    JOIN required ON required.city_code = listed.city_code AND required.site_class = listed.site_class
    JOIN working ON working.city_code = listed.city_code AND working.site_id = listed.site_id AND working.equipment = required.equipment
    GROUP BY listed.origin, listed.items
    HAVING count(*) = listed.items
)
SELECT origin,
       district_code AS area_code,
       opened_month AS month,
       site_class,
       1 AS listed_sites,
       CASE WHEN origin IN (SELECT origin FROM equipped) THEN 1 ELSE 0 END AS equipped_sites,
       0 AS unclassed_sites
FROM listed
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(closed_month, opened_month) AS month,
       site_class,
       -1 AS listed_sites,
       CASE WHEN origin IN (SELECT origin FROM equipped) THEN -1 ELSE 0 END AS equipped_sites,
       0 AS unclassed_sites
FROM listed
WHERE closed_month IS NOT NULL
UNION ALL
-- A site without a class cannot be held against a list: it is shown apart, not failed.
SELECT origin,
       district_code AS area_code,
       opened_month AS month,
       site_class,
       0 AS listed_sites,
       0 AS equipped_sites,
       1 AS unclassed_sites
FROM input.service_site
WHERE site_class IS NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(closed_month, opened_month) AS month,
       site_class,
       0 AS listed_sites,
       0 AS equipped_sites,
       -1 AS unclassed_sites
FROM input.service_site
WHERE site_class IS NULL
  AND closed_month IS NOT NULL
