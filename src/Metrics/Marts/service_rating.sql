/*---
mart: service_rating
describes: Ratings of handled cases (好差评) by channel, level and who gave them.
sources: { service_rating: 好差评 }
dimensions: { month: INTEGER, channel: VARCHAR, level: VARCHAR, origin_kind: VARCHAR }
measures: [ratings]
---*/
SELECT origin,
       district_code AS area_code,
       rated_month AS month,
       channel,
       level,
       origin_kind,
       1 AS ratings
FROM input.service_rating
