/*---
id: E97_workload_salary_median
version: 1
name: { zh: 薪资中位数, en: Median salary }
definition: { zh: 基准工作量的薪资中位数（上下限之和），不是目录指标, en: "Median salary of the reference workload (sum of both bounds), not an indicator of the catalogue" }
formula_text: 中位数（薪资下限＋薪资上限）
clauses: [S5.3]
basis: 基准工作量
status: Construct
unit: 元
decimals: 1
better: None
formula: Quantile
convention: median
frequencies: [Month]
parts: { postings: Flow }
numerator: postings
over: salary_twice
---*/
SELECT origin, area_code, month, salary_twice, postings
FROM mart.workload_salary
