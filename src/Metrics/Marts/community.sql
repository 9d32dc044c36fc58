/*---
mart: community
describes: Changes of the communities and villages in being, and of those that an open service site serves.
sources: { community: 社区（村）名录, site_community: 网点服务范围, service_site: 服务网点 }
registers: [community, site_community, service_site]
dimensions: { month: INTEGER, community_kind: VARCHAR }
measures: [communities, served]
---*/
-- A community with several sites is served once: of overlapping spans only what the earlier ones leave uncovered counts.
WITH links AS (
    SELECT community.origin,
           community.city_code,
           community.district_code,
           community.community_id,
           community.community_kind,
           greatest(community.opened_month, site.opened_month, link.served_from_month) AS first_month,
           least(coalesce(community.closed_month, 999999), coalesce(site.closed_month, 999999), coalesce(link.served_to_month, 999999)) AS end_month
    FROM input.site_community AS link
    JOIN input.service_site AS site ON site.city_code = link.city_code AND site.site_id = link.site_id
    JOIN input.community AS community ON community.city_code = link.city_code AND community.community_id = link.community_id
),
spans AS (
    SELECT origin,
           district_code,
           community_kind,
           first_month,
           end_month,
           coalesce(max(end_month) OVER (
               PARTITION BY city_code, community_id
               ORDER BY first_month, end_month
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS covered_until
    FROM links
    WHERE end_month > first_month
)
SELECT origin,
       district_code AS area_code,
       opened_month AS month,
       community_kind,
       1 AS communities,
       0 AS served
FROM input.community
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(closed_month, opened_month) AS month,
       community_kind,
       -1 AS communities,
       0 AS served
FROM input.community
WHERE closed_month IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(first_month, covered_until) AS month,
       community_kind,
       0 AS communities,
       1 AS served
FROM spans
WHERE end_month > covered_until
UNION ALL
SELECT origin,
       district_code AS area_code,
       end_month AS month,
       community_kind,
       0 AS communities,
       -1 AS served
FROM spans
WHERE end_month > covered_until
