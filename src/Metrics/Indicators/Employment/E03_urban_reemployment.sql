/*---
id: E03_urban_reemployment
version: 1
name: { zh: 城镇失业人员再就业人数及完成率, en: Re-employed urban unemployed }
definition:
  zh: 报告期内因就业注销失业登记、且当年有就业登记印证的城镇登记失业人员；同一人在同一城市一个自然年度内只计一次
  en: Urban registered unemployed whose registration ended in work in the period, confirmed by an employment registration of the same year; a person counts once per city and calendar year
formula_text: 城镇失业人员再就业人数 = 因就业注销失业登记且当年有就业登记的人数；完成率 = 累计人数 ÷ 年度任务数 × 100%
clauses: [S5.3]
basis: 城镇失业人员再就业统计通行口径（年度目标任务）
status: Official
unit: 人
decimals: 0
better: Higher
formula: Count
frequencies: [Month, Year, YearToDate]
parts: { reemployed: Flow, target_hundredths: LevelOfYear }
numerator: reemployed
persons: { reemployed: reemployed }
variants:
  - id: completion
    name: { zh: 城镇失业人员再就业任务完成率, en: Completion of the re-employment target }
    formula: Ratio
    unit: "%"
    decimals: 2
    scale: 10000
    frequencies: [YearToDate, Year]
    denominator: target_hundredths
caveats:
  zh: 按失业登记注销之月、首次注销计；失业登记所在区县计数。只有注销原因而没有就业登记的不计
  en: Dated by the end of the registration, the first in the year; counted where the unemployment was registered. An end reason alone, without an employment registration, does not count
---*/
SELECT origin,
       area_code,
       month,
       reemployed,
       NULL AS target_hundredths
FROM mart.reemployment
UNION ALL
SELECT origin,
       area_code,
       month,
       0 AS reemployed,
       target_hundredths
FROM mart.target_plan
WHERE indicator = 'E03'
