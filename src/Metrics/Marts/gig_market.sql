/*---
mart: gig_market
describes: Districts of the cities, and changes of those that have a standard gig-work market open.
sources: { gig_market: 零工市场 }
registers: [gig_market]
dimensions: { month: INTEGER }
measures: [districts, districts_with_market]
conditions:
  market_class = '1': { zh: 不是规范化零工市场, en: Not a standard gig-work market }
  district_code <> city_code: { zh: 没有写明县区, en: No district named }
  coalesce(closed_month, 999999) > opened_month: { zh: 当月开办又关闭, en: Closed in the month of opening }
---*/
-- Several markets of one district count once; a market named for the city as a whole stands for no district.
WITH spans AS (
    SELECT origin,
           district_code,
           opened_month AS first_month,
           coalesce(closed_month, 999999) AS end_month,
           coalesce(max(coalesce(closed_month, 999999)) OVER (
               PARTITION BY district_code
               ORDER BY opened_month, coalesce(closed_month, 999999)
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS covered_until
    FROM input.gig_market
    WHERE market_class = '1'
      AND district_code <> city_code
      AND coalesce(closed_month, 999999) > opened_month
)
SELECT CAST(0 AS BIGINT) AS origin,
       district_code AS area_code,
       0 AS month,
       1 AS districts,
       0 AS districts_with_market
FROM place.district
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(first_month, covered_until) AS month,
       0 AS districts,
       1 AS districts_with_market
FROM spans
WHERE end_month > covered_until
UNION ALL
SELECT origin,
       district_code AS area_code,
       end_month AS month,
       0 AS districts,
       -1 AS districts_with_market
FROM spans
WHERE end_month > covered_until
