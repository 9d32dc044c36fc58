/*---
mart: surveyed_unemployment
describes: Surveyed unemployment rates as published, in tenths of a per cent; a published zero means that nothing was published.
sources: { surveyed_unemployment: 城镇调查失业率（引用） }
registers: [surveyed_unemployment]
dimensions: { month: INTEGER, survey_group: VARCHAR }
measures: [rate_tenths, stated]
conditions:
  rate_tenths IS NOT NULL: { zh: 没有公布的数值, en: No published value }
---*/
SELECT origin,
       district_code AS area_code,
       month,
       survey_group,
       rate_tenths,
       1 AS stated
FROM input.surveyed_unemployment
WHERE rate_tenths IS NOT NULL
