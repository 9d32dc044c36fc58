/*---
mart: gig_market_day
describes: "Person-times at gig-work markets: who looked for work and who was placed."
sources: { gig_market_day: 零工市场日报 }
dimensions: { month: INTEGER }
measures: [seekers, placed]
---*/
SELECT origin,
       district_code AS area_code,
       day_month AS month,
       seekers,
       placed
FROM input.gig_market_day
