/*---
id: A01_service_staff_per_ten_thousand
version: 1
name: { zh: 每万名劳动者公共就业服务人员数, en: "Public employment service staff per 10,000 labour force" }
definition:
  zh: 期末在岗公共就业创业服务人员（含县级及以上机构、街道乡镇、社区村专兼职，折合全时）与常住劳动力之比
  en: Staff on duty in public employment services in full-time equivalents, per 10,000 of the resident labour force
formula_text: 每万名劳动者服务人员数 = 期末在岗服务人员（折合全时）÷ 期末常住劳动力 × 10000
clauses: [S1.4]
basis: 本产品自拟（人社部函〔2022〕133号 五（一）：服务人员数量充足）
status: Construct
unit: 人/万人
decimals: 2
better: Higher
formula: Ratio
scale: 10000
divisor: 100
frequencies: [Year]
parts: { full_time_hundredths: StockAtEnd, resident_labour_force: LevelAtEnd }
numerator: full_time_hundredths
denominator: resident_labour_force
dimensions: [staff_level]
totals: [resident_labour_force]
needed: [full_time_hundredths]
members:
  staff_level:
    "1": { zh: 县级及以上机构, en: County level and above }
    "2": { zh: 街道乡镇, en: Street or township }
    "3": { zh: 社区村, en: Community or village }
caveats:
  zh: 兼职人员按全时当量折算，不按1人计；离岗当月不计。只按城市报送常住劳动力的地方，区县不计算
  en: Part-time staff count by their share of full-time work. Where the labour force is stated for the whole city alone, districts have no figure
---*/
SELECT origin,
       area_code,
       month,
       staff_level,
       full_time_hundredths,
       NULL AS resident_labour_force
FROM mart.service_staff
UNION ALL
SELECT origin,
       area_code,
       month,
       NULL AS staff_level,
       0 AS full_time_hundredths,
       resident_labour_force
FROM mart.labour_stock
