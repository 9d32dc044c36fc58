/*---
id: E93_workload_ratio
version: 1
name: { zh: 求人倍率, en: Openings to seekers }
definition: { zh: 基准工作量的求人倍率，不是目录指标, en: "Openings to seekers of the reference workload, not an indicator of the catalogue" }
formula_text: 需求÷求职
clauses: [S5.3]
basis: 基准工作量
status: Construct
unit: "倍"
decimals: 6
better: None
formula: Ratio
frequencies: [Month]
parts: { openings: Flow, seekers: Flow }
numerator: openings
denominator: seekers
dimensions: [occupation]
members:
  occupation:
    "1": { zh: 一类, en: Group 1 }
    "2": { zh: 二类, en: Group 2 }
    "3": { zh: 三类, en: Group 3 }
    "4": { zh: 四类, en: Group 4 }
    "5": { zh: 五类, en: Group 5 }
    "6": { zh: 六类, en: Group 6 }
    "7": { zh: 七类, en: Group 7 }
    "8": { zh: 八类, en: Group 8 }
---*/
SELECT origin, area_code, month, occupation, openings, 0 AS seekers
FROM mart.workload_postings
UNION ALL
SELECT origin, area_code, month, occupation, 0 AS openings, seekers
FROM mart.workload_seekers
