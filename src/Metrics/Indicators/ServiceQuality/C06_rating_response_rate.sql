/*---
id: C06_rating_response_rate
version: 1
name: { zh: 主动评价率, en: Rating response rate }
definition:
  zh: 办结件中服务对象主动作出评价的比重
  en: Ratings that users gave themselves, against closed cases
formula_text: 主动评价率 = 主动评价数 ÷ 办结件数 × 100%
clauses: [S2.6, S5.1]
basis: 政务服务“好差评”制度（一事一评）；比率为地方做法
status: OfficialLocal
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { ratings: Flow, closed: Flow }
numerator: ratings
denominator: closed
empty_note: 本期没有办结件
caveats:
  zh: 系统默认好评不计。评价按评价月份、办结按办结月份统计，跨月评价可使个别月份略有出入
  en: Ratings filled in by default do not count. Ratings are dated by the rating, cases by their closing
---*/
SELECT origin,
       area_code,
       month,
       ratings,
       0 AS closed
FROM mart.service_rating
WHERE origin_kind = '1'
UNION ALL
SELECT origin,
       area_code,
       month,
       0 AS ratings,
       closed
FROM mart.service_case
