/*---
id: A04_districts_with_gig_market
version: 1
name: { zh: 规范化零工市场县区覆盖率, en: Districts with a standard gig-work market }
definition:
  zh: 建有至少一个规范化零工市场（驿站除外）的县区占比
  en: Districts with at least one standard gig-work market (stations apart), as a share of all
formula_text: 覆盖率 = 期末有规范化零工市场的县区数 ÷ 县区总数 × 100%
clauses: [S1.3]
basis: 人社部发〔2022〕38号；人社部发〔2023〕65号；比率为本产品自拟
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter, Year]
parts: { districts_with_market: StockAtEnd, districts: StockAtEnd }
numerator: districts_with_market
denominator: districts
area_levels: [nation, province, city]
empty_note: 没有下辖县区
caveats:
  zh: 未指明县区的市场不计入任何县区；县区总数取行政区划表
  en: A market named for the whole city stands for no district
---*/
SELECT origin,
       area_code,
       month,
       districts_with_market,
       districts
FROM mart.gig_market
