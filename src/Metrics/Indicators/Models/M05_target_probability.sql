/*---
id: M05_target_probability
version: 1
name: { zh: 完成全年新增就业任务的概率, en: Probability of reaching the year's target of new employment }
definition:
  zh: 按已完成数和对剩余各月的预测，模型认为全年城镇新增就业达到目标任务（E02）的概率
  en: How likely the model takes it that the year's urban new employment reaches its target (E02), from what is reached and what it expects of the months left
formula_text: 概率 = 过去同样剩余月数的预测误差中，加上后仍达到目标的比例
model: { name: forecast, ahead: 12 }
clauses: []
basis: 本产品的预测模型（docs/models/forecasts.md）
status: Construct
unit: "%"
decimals: 1
better: None
formula: Forecast
divisor: 10
frequencies: [Year]
parts: { value: Flow, stated: Flow, low: Flow, high: Flow, banded: Flow, model_version: Flow, trained_from: Flow, trained_to: Flow, error_hundredths: Flow }
numerator: value
denominator: stated
areas: Stated
area_levels: [province, city]
empty_note: 模型没有这一年的概率
caveats:
  zh: 模型输出，不是统计数据，不参与评分；年度结束后以实际完成率为准
  en: A model's output, no statistics and never scored; when the year is over the rate reached stands
---*/
SELECT origin,
       area_code,
       month,
       value,
       stated,
       low,
       high,
       banded,
       model_version,
       trained_from,
       trained_to,
       error_hundredths
FROM mart.model_forecast
WHERE series = 'target_probability'
