/*---
id: E95_workload_unemployment_rate
version: 1
name: { zh: 失业率, en: Unemployment rate }
definition: { zh: 基准工作量的失业率，不是目录指标, en: "Unemployment rate of the reference workload, not an indicator of the catalogue" }
formula_text: 失业÷劳动力
clauses: [S5.3]
basis: 基准工作量
status: Construct
unit: ""
decimals: 6
better: None
formula: Ratio
frequencies: [Month]
parts: { spells: StockAtEnd, labour_force: LevelAtEnd }
numerator: spells
denominator: labour_force
---*/
SELECT origin, area_code, month, spells, CAST(NULL AS BIGINT) AS labour_force
FROM mart.workload_unemployment
UNION ALL
SELECT origin, area_code, month, 0 AS spells, labour_force
FROM mart.workload_labour_force
