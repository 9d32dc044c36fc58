/*---
id: E05_registered_urban_unemployment_rate
version: 1
name: { zh: 城镇登记失业率, en: Registered urban unemployment rate }
definition:
  zh: 期末实有城镇登记失业人数占期末城镇从业人数与期末实有城镇登记失业人数之和的比重
  en: Registered urban unemployed at the period's end as a share of urban employed and registered unemployed together
formula_text: 城镇登记失业率 = 期末实有登记失业人数 ÷（期末城镇从业人数 + 期末实有登记失业人数）× 100%
clauses: [S5.3]
basis: 人社统EP表填报说明
status: Official
unit: "%"
decimals: 2
better: Lower
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { registered_unemployed: StockAtEnd, urban_employed: LevelAtEnd }
numerator: registered_unemployed
denominator: urban_employed + registered_unemployed
persons: { registered_unemployed: registered_unemployed }
series_basis: { zh: 2021年起口径, en: Basis from 2021 }
series_breaks:
  - { from: 2021-01, basis: { zh: 2021年起口径, en: Basis from 2021 } }
caveats:
  zh: 2021年起统计口径调整，与此前年份不可比；与调查失业率是两个指标。失业人员年龄以登记之日为准（16至59周岁）。只按城市报送从业人数的地方，区县不计算
  en: Not comparable with years before 2021, nor with the surveyed rate. Age is that on the day of registration (16 to 59). Where the employed are stated for the whole city alone, districts have no rate
---*/
SELECT origin,
       area_code,
       month,
       registered_change AS registered_unemployed,
       NULL AS urban_employed
FROM mart.unemployment
UNION ALL
SELECT origin,
       area_code,
       month,
       0 AS registered_unemployed,
       urban_employed
FROM mart.labour_stock
