/*---
id: E06_surveyed_urban_unemployment_rate
version: 1
name: { zh: 城镇调查失业率, en: Surveyed urban unemployment rate }
definition:
  zh: 统计部门劳动力调查公布的城镇调查失业率，本平台只引用、不计算
  en: The surveyed urban unemployment rate as published by the statistical office; imported, never computed
formula_text: 城镇调查失业率 = 统计部门公布数
clauses: [S5.3]
basis: 国家统计局 劳动力调查制度
status: Official
unit: "%"
decimals: 1
better: Lower
formula: Ratio
divisor: 10
frequencies: [Month]
parts: { total_tenths: Flow, total_stated: Flow, rate_tenths: Flow, stated: Flow }
numerator: total_tenths
denominator: total_stated
dimensions: [survey_group]
in_breakdowns: { total_tenths: rate_tenths, total_stated: stated }
areas: Stated
empty_note: 没有公布的数值
members:
  survey_group:
    T: { zh: 总体, en: Total }
    L: { zh: 本地户籍, en: Local registration }
    N: { zh: 外来户籍, en: Other registration }
    Y: { zh: "16—24岁（不含在校生）", en: "16-24 without students" }
    M: { zh: "25—29岁（不含在校生）", en: "25-29 without students" }
    A: { zh: "30—59岁", en: "30-59" }
series_breaks:
  - from: 2023-12
    members: [Y, M, A]
    basis: { zh: 2023年12月起不含在校生, en: Without students from December 2023 }
caveats:
  zh: 各地区按公布数引用，不由下级汇总；0视为未公布。分年龄组自2023年12月起不含在校生，与此前不可比；与登记失业率是两个指标
  en: Each area as published, never summed from below; a zero means not published. Age groups exclude students from December 2023 and cannot be joined with earlier ones. Not the registered rate
---*/
SELECT origin,
       area_code,
       month,
       NULL AS survey_group,
       rate_tenths AS total_tenths,
       stated AS total_stated,
       0 AS rate_tenths,
       0 AS stated
FROM mart.surveyed_unemployment
WHERE survey_group = 'T'
UNION ALL
SELECT origin,
       area_code,
       month,
       survey_group,
       0 AS total_tenths,
       0 AS total_stated,
       rate_tenths,
       stated
FROM mart.surveyed_unemployment
