/*---
mart: labour_stock
describes: Stated levels at the month's end, of a district or of a whole city.
sources: { labour_stock: 劳动力存量 }
dimensions: { month: INTEGER }
measures: [urban_employed, resident_labour_force]
levels: true
---*/
SELECT origin,
       district_code AS area_code,
       month,
       urban_employed,
       resident_labour_force
FROM input.labour_stock
