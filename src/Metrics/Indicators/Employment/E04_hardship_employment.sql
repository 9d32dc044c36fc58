/*---
id: E04_hardship_employment
version: 1
name: { zh: 就业困难人员就业人数及完成率, en: Hardship persons employed }
definition:
  zh: 报告期内在认定有效期间实现就业的就业困难人员；同一人在同一城市一个自然年度内只计一次，以首次就业为准
  en: Certified hardship persons who started work while their certification was in force; a person counts once per city and calendar year, at the first start
formula_text: 就业困难人员就业人数 = 认定有效期内新就业的就业困难人员数；完成率 = 累计人数 ÷ 年度任务数 × 100%
clauses: [S2.2, S5.3]
basis: 就业促进法 第五十二条（就业困难人员）；年度目标任务通行口径
status: Official
unit: 人
decimals: 0
better: Higher
formula: Count
frequencies: [Month, Year, YearToDate]
parts: { employed_persons: Flow, target_hundredths: LevelOfYear }
numerator: employed_persons
persons: { employed_persons: hardship_employed }
dimensions: [hardship_kind]
members:
  hardship_kind:
    "1": { zh: 大龄失业人员, en: Older unemployed }
    "2": { zh: 残疾人员, en: Disabled }
    "3": { zh: 低保家庭成员, en: Low-income household }
    "4": { zh: 长期失业人员, en: Long-term unemployed }
    "5": { zh: 零就业家庭成员, en: Zero-job household }
    "6": { zh: 失地人员, en: Land-lost }
    "9": { zh: 其他, en: Other }
variants:
  - id: completion
    name: { zh: 就业困难人员就业任务完成率, en: Completion of the hardship employment target }
    formula: Ratio
    unit: "%"
    decimals: 2
    scale: 10000
    frequencies: [YearToDate, Year]
    denominator: target_hundredths
    dimensions: []
caveats:
  zh: 完成率超过100%属正常。困难类型以该次就业所对应的最早认定为准，按就业所在区县计数
  en: Above 100 per cent is normal. The kind is that of the earliest certification in force at the start; counted where the work is
---*/
SELECT origin,
       area_code,
       month,
       hardship_kind,
       employed_persons,
       NULL AS target_hundredths
FROM mart.hardship
UNION ALL
SELECT origin,
       area_code,
       month,
       NULL AS hardship_kind,
       0 AS employed_persons,
       target_hundredths
FROM mart.target_plan
WHERE indicator = 'E04'
