/*---
id: E21_overall_satisfaction
version: 1
name: { zh: 服务对象综合满意度, en: Overall satisfaction }
definition:
  zh: 第三方抽样调查中作答样本综合得分的加权平均（百分制），附95%置信区间
  en: Weighted mean score (0 to 100) of those who answered the third-party survey, with its 95 % interval
formula_text: 综合满意度 = Σ（权数 × 得分）÷ Σ 权数
clauses: [S5.1]
basis: GB/T 33531-2017（引用 GB/T 19038、GB/T 19039）；加权与区间算法为本产品自拟
status: Construct
unit: 分
decimals: 1
better: Higher
formula: WeightedMean
frequencies: [HalfYear, Year]
parts:
  sampled: Flow
  answered: Flow
  weight: Flow
  weighted_score: Flow
  weight_squared: Flow
  weight_squared_score: Flow
  weight_squared_score_squared: Flow
numerator: weighted_score
denominator: weight
persons: { weight: respondents, answered: respondents, sampled: persons_sampled }
dimensions: [respondent]
members:
  respondent:
    "1": { zh: 求职者, en: Job seekers }
    "2": { zh: 用人单位, en: Employers }
    "3": { zh: 参训人员, en: Trainees }
    "4": { zh: 创业者, en: Entrepreneurs }
variants:
  - id: response_rate
    name: { zh: 作答率, en: Response rate }
    formula: Ratio
    unit: "%"
    decimals: 2
    scale: 100
    numerator: answered
    denominator: sampled
caveats:
  zh: 抽样调查得分，不得与窗口好差评合并；区间只反映抽样误差，不反映拒答造成的偏差
  en: A survey score, never to be merged with ratings at the window. The interval covers sampling error alone, not bias from those who did not answer
---*/
SELECT origin,
       area_code,
       month,
       respondent,
       sampled,
       answered,
       weight,
       weighted_score,
       weight_squared,
       weight_squared_score,
       weight_squared_score_squared
FROM mart.satisfaction_survey
