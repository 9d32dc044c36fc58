/*---
id: E96_workload_satisfaction
version: 1
name: { zh: 评价均分, en: Mean score }
definition: { zh: 基准工作量的评价均分，不是目录指标, en: "Mean score of the reference workload, not an indicator of the catalogue" }
formula_text: Σ得分÷评价数
clauses: [S5.3]
basis: 基准工作量
status: Construct
unit: "分"
decimals: 6
better: None
formula: Ratio
frequencies: [Month]
parts: { scored: Flow, score: Flow, good: Flow }
numerator: score
denominator: scored
variants:
  - id: good
    name: { zh: 满意率, en: Share of good ratings }
    numerator: good
---*/
SELECT origin, area_code, month, scored, score, good
FROM mart.workload_ratings
