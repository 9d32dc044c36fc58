/*---
mart: model_forecast
describes: What the forecast model in use says of each area, series and month, with what labels it. Whole persons; the probability of a target in tenths of a per cent.
sources: { model_forecast: 模型预测值 }
registers: [model_forecast]
dimensions: { month: INTEGER, series: VARCHAR }
measures: [value, stated, low, high, banded, model_version, trained_from, trained_to, error_hundredths]
---*/
SELECT origin,
       district_code AS area_code,
       target_month AS month,
       series,
       value,
       1 AS stated,
       coalesce(low, 0) AS low,
       coalesce(high, 0) AS high,
       CASE WHEN low IS NULL OR high IS NULL THEN 0 ELSE 1 END AS banded,
       model_version,
       trained_from,
       trained_to,
       error_hundredths
FROM input.model_forecast
