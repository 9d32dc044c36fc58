/*---
id: E91_workload_openings
version: 1
name: { zh: 需求人数, en: Openings }
definition: { zh: 基准工作量的需求人数，不是目录指标, en: "Openings of the reference workload, not an indicator of the catalogue" }
formula_text: Σ需求
clauses: [S5.3]
basis: 基准工作量
status: Construct
unit: "人"
decimals: 0
better: None
formula: Count
frequencies: [Month]
parts: { openings: Flow, postings: Flow }
numerator: openings
variants:
  - id: postings
    name: { zh: 岗位数, en: Postings }
    numerator: postings
---*/
SELECT origin, area_code, month, openings, postings
FROM mart.workload_postings
