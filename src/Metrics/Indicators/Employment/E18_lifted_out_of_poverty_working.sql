/*---
id: E18_lifted_out_of_poverty_working
version: 1
name: { zh: 脱贫人口务工规模完成率, en: Migrant work of people lifted out of poverty }
definition:
  zh: 期末脱贫人口务工人数与年度任务数之比
  en: Persons lifted out of poverty who work at the period's end, against the year's target
formula_text: 完成率 = 期末在册务工的脱贫人口数 ÷ 年度任务数 × 100%
clauses: [S5.3]
basis: 脱贫人口务工规模年度目标任务通行口径
status: Official
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 10000
frequencies: [Month]
parts: { working: StockAtEnd, target_hundredths: LevelOfYear }
numerator: working
denominator: target_hundredths
persons: { working: lifted_out_of_poverty_working }
members:
  working_place:
    "1": { zh: 县内, en: Inside the county }
    "2": { zh: 县外省内, en: Other county of the province }
    "3": { zh: 省外, en: Other province }
variants:
  - id: working
    name: { zh: 脱贫人口务工人数, en: Persons lifted out of poverty who work }
    formula: Count
    unit: 人
    decimals: 0
    scale: 1
    denominator: ""
    dimensions: [working_place]
caveats:
  zh: 是存量与全年任务之比，不按序时进度折算；退出台账的不计
  en: A stock against the whole year's target, not scaled to the time of the year. Who left the list does not count
---*/
SELECT origin,
       area_code,
       month,
       working_place,
       working,
       NULL AS target_hundredths
FROM mart.key_group
WHERE key_group = '3'
UNION ALL
SELECT origin,
       area_code,
       month,
       NULL AS working_place,
       0 AS working,
       target_hundredths
FROM mart.target_plan
WHERE indicator = 'E18'
