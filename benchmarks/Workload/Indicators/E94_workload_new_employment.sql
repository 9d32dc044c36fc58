/*---
id: E94_workload_new_employment
version: 1
name: { zh: 新增就业, en: New employment }
definition: { zh: 基准工作量的新增就业，不是目录指标, en: "New employment of the reference workload, not an indicator of the catalogue" }
formula_text: 新就业−减员
clauses: [S5.3]
basis: 基准工作量
status: Construct
unit: "人"
decimals: 0
better: None
formula: Count
frequencies: [Month, YearToDate]
parts: { new_employment: Flow, attrition: Flow }
numerator: new_employment - attrition
variants:
  - id: gross
    name: { zh: 新就业, en: Before attrition }
    numerator: new_employment
---*/
SELECT origin, area_code, month, new_employment, attrition
FROM mart.workload_employment
