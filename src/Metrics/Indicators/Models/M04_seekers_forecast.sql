/*---
id: M04_seekers_forecast
version: 1
name: { zh: 求职人数预测, en: Forecast of seekers }
definition:
  zh: 模型按截至预测时的月度序列，对今后各月有效求职人数（E07的分母）的预测，附90%区间
  en: What the model expects of effective seekers (denominator of E07) in the coming months, from the monthly series known when it was made, with a 90 % band
formula_text: 预测值 = 该序列回测所选方法给出的数值
model: { name: forecast, ahead: 12 }
clauses: []
basis: 本产品的预测模型（docs/models/forecasts.md）
status: Construct
unit: 人
decimals: 0
better: None
formula: Forecast
frequencies: [Month]
parts: { value: Flow, stated: Flow, low: Flow, high: Flow, banded: Flow, model_version: Flow, trained_from: Flow, trained_to: Flow, error_hundredths: Flow }
numerator: value
denominator: stated
persons: { value: forecast_seekers }
areas: Stated
area_levels: [province, city]
empty_note: 模型没有这个月的预测
caveats:
  zh: 模型输出，不是统计数据，不参与评分；区间的实际覆盖率见回测
  en: A model's output, no statistics and never scored; how often the band holds is shown by the backtest
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
WHERE series = 'seekers'
