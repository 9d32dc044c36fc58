/*---
mart: service_item
describes: "Changes of the service items of the list: all, those available online, those that must be published, and those published with every element."
sources: { service_item: 服务事项 }
registers: [service_item]
dimensions: { month: INTEGER, item_level: VARCHAR }
measures: [items, online_items, required_items, published_items]
---*/
SELECT origin,
       district_code AS area_code,
       listed_month AS month,
       item_level,
       1 AS items,
       CASE WHEN online THEN 1 ELSE 0 END AS online_items,
       CASE WHEN required_by_list THEN 1 ELSE 0 END AS required_items,
       0 AS published_items
FROM input.service_item
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(withdrawn_month, listed_month) AS month,
       item_level,
       -1 AS items,
       CASE WHEN online THEN -1 ELSE 0 END AS online_items,
       CASE WHEN required_by_list THEN -1 ELSE 0 END AS required_items,
       0 AS published_items
FROM input.service_item
WHERE withdrawn_month IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(published_month, listed_month) AS month,
       item_level,
       0 AS items,
       0 AS online_items,
       0 AS required_items,
       1 AS published_items
FROM input.service_item
WHERE required_by_list
  AND elements_complete
  AND published_month IS NOT NULL
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(withdrawn_month, published_month, listed_month) AS month,
       item_level,
       0 AS items,
       0 AS online_items,
       0 AS required_items,
       -1 AS published_items
FROM input.service_item
WHERE required_by_list
  AND elements_complete
  AND published_month IS NOT NULL
  AND withdrawn_month IS NOT NULL
