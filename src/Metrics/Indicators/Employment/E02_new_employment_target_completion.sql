/*---
id: E02_new_employment_target_completion
version: 1
name: { zh: 城镇新增就业任务完成率, en: Completion of the urban new employment target }
definition:
  zh: 年初至报告期末城镇新增就业人数与全年任务数之比，与序时进度（已过月数÷12）对照
  en: Urban new employment since January against the year's target, read beside the share of the year gone by
formula_text: 任务完成率 = 累计城镇新增就业人数 ÷ 年度任务数 × 100%
clauses: [S5.3]
basis: 人社部函〔2022〕133号 五（五）；任务数取当地年度计划
status: Official
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 10000        # the target is kept in hundredths: per cent × 100
frequencies: [YearToDate]
parts: { new_employment: Flow, attrition: Flow, target_hundredths: LevelOfYear }
numerator: new_employment - attrition
denominator: target_hundredths
persons: { new_employment: newly_employed }
caveats:
  zh: 没有下达任务数的地区不计算完成率；公布时保留位数各地不一（0至2位），一律四舍五入
  en: An area without a target has no rate. Papers print 0 to 2 decimals, always rounded half up
---*/
SELECT origin,
       area_code,
       month,
       new_employment,
       attrition,
       NULL AS target_hundredths
FROM mart.employment
UNION ALL
SELECT origin,
       area_code,
       month,
       0 AS new_employment,
       0 AS attrition,
       target_hundredths
FROM mart.target_plan
WHERE indicator = 'E01'
