/*---
id: C07_positive_rating_share
version: 1
name: { zh: 好评率, en: Positive rating share }
definition:
  zh: 服务对象主动评价中“基本满意”“满意”“非常满意”之和占全部主动评价的比重
  en: Ratings of fairly satisfied or better as a share of all ratings that users gave themselves
formula_text: 好评率 =（非常满意 + 满意 + 基本满意）÷ 主动评价总数 × 100%
clauses: [S5.1]
basis: 政务服务“好差评”制度五级评价；“基本满意”及以上计为好评为地方做法
status: OfficialLocal
unit: "%"
decimals: 2
better: Higher
formula: Share
scale: 100
frequencies: [Month, Quarter, Year]
parts: { positive: Flow, very_satisfied: Flow, ratings: Flow }
numerator: positive
denominator: ratings
dimensions: [channel]
members:
  channel:
    "1": { zh: 窗口评价仪, en: Window device }
    "2": { zh: 二维码, en: QR code }
    "3": { zh: APP, en: App }
    "4": { zh: 小程序, en: Mini-program }
    "5": { zh: "12345", en: Hotline 12345 }
variants:
  - id: very_satisfied
    name: { zh: 非常满意率, en: Very satisfied share }
    numerator: very_satisfied
caveats:
  zh: 系统默认好评不计入；应与参评率一并阅读，参评率低时区间窄也不说明问题。区间为95%威尔逊区间
  en: Ratings filled in by default are left out. Read it with the response rate. The interval is Wilson's, 95 %
---*/
SELECT origin,
       area_code,
       month,
       channel,
       CASE WHEN level IN ('3', '4', '5') THEN ratings ELSE 0 END AS positive,
       CASE WHEN level = '5' THEN ratings ELSE 0 END AS very_satisfied,
       ratings
FROM mart.service_rating
WHERE origin_kind = '1'
