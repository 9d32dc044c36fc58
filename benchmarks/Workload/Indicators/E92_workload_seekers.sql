/*---
id: E92_workload_seekers
version: 1
name: { zh: 求职人数, en: Seekers }
definition: { zh: 基准工作量的求职人数，不是目录指标, en: "Seekers of the reference workload, not an indicator of the catalogue" }
formula_text: Σ求职
clauses: [S5.3]
basis: 基准工作量
status: Construct
unit: "人"
decimals: 0
better: None
formula: Count
frequencies: [Month]
parts: { seekers: Flow }
numerator: seekers
---*/
SELECT origin, area_code, month, seekers
FROM mart.workload_seekers
