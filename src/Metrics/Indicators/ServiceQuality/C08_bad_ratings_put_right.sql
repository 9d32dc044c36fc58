/*---
id: C08_bad_ratings_put_right
version: 1
name: { zh: 差评按期整改率, en: Bad ratings put right on time }
definition:
  zh: 不满意、非常不满意评价中15个工作日内整改并回访的比重
  en: Ratings of dissatisfied or worse put right within fifteen working days and followed up
formula_text: 按期整改率 = 15个工作日内整改并回访的差评数 ÷ 已满15个工作日的差评数 × 100%
clauses: [S2.6, S5.1]
basis: 政务服务“好差评”地方实施办法（15个工作日内整改、回访率100%）
status: OfficialLocal
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { repaired: Flow, followed: Flow }
numerator: repaired
denominator: followed
empty_note: 本期无差评
caveats:
  zh: 没有差评的统计期不给出100%。只含主动评价；未满观察期的不计入分子分母；全部未满观察期的统计期无值
  en: A period without a bad rating has no value, not 100 per cent. Ratings that users gave themselves. Rows not yet followed long enough are in neither part; a period without a followed row has no value
---*/
SELECT origin,
       area_code,
       month,
       repaired,
       followed
FROM mart.rating_repair
