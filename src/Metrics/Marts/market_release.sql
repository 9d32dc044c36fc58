/*---
mart: market_release
describes: Supply and demand reports due, and those published in time.
sources: { market_release: 市场供求信息发布 }
dimensions: { month: INTEGER }
measures: [due, on_time]
---*/
SELECT origin,
       district_code AS area_code,
       due_month AS month,
       1 AS due,
       CASE WHEN published_on <= due_on THEN 1 ELSE 0 END AS on_time
FROM input.market_release
