/*---
id: D08_market_releases_on_time
version: 1
name: { zh: 市场供求信息按期发布率, en: Supply-demand releases on time }
definition:
  zh: 应发布的季度（月度）市场供求分析中按期公开发布的比重
  en: Supply and demand reports due that were published in time
formula_text: 按期发布率 = 按期发布的期数 ÷ 应发布期数 × 100%
clauses: [S2.4, S4.5]
basis: 人力资源市场职业供求状况季度分析报告制度；比率为本产品自拟
status: Construct
unit: "%"
decimals: 0
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter, Year]
parts: { on_time: Flow, due: Flow }
numerator: on_time
denominator: due
empty_note: 本期没有应发布的供求分析
caveats:
  zh: 按应发布日期所在月份统计；未发布的视为未按期
  en: Dated by the day due; what was not published is not in time
---*/
SELECT origin,
       area_code,
       month,
       on_time,
       due
FROM mart.market_release
