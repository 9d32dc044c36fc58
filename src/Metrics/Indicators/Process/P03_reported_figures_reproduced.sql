/*---
id: P03_reported_figures_reproduced
version: 1
name: { zh: 上报数与重算数一致率, en: Reported figures reproduced }
definition:
  zh: 上报指标值中由明细重算后在允许误差内一致的比重
  en: Reported figures that agree, within their tolerance, with those computed from the records
formula_text: 一致率 = 误差内一致的上报值数 ÷ 可重算的上报值数 × 100%
clauses: [六（三）]
basis: 人社部函〔2022〕133号 六（三）初审；比率为本产品自拟
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter, Year]
parts: { agreeing: Flow, compared: Flow }
numerator: agreeing
denominator: compared
empty_note: 没有可重算的上报值
depends_on: [all]
caveats:
  zh: 按上报值所属统计期末月统计；未约定允许误差的，为末位小数的半个单位。没有明细可重算的不计
  en: Dated by the end of the period reported on. Without an agreed tolerance it is half a unit of the last decimal. Figures without records do not count
---*/
SELECT reported.origin,
       reported.area_code,
       recomputed.last_month AS month,
       1 AS compared,
       CASE WHEN reported.reported_millionths - recomputed.value_millionths <= coalesce(reported.tolerance_millionths, recomputed.half_unit_millionths)
                 AND recomputed.value_millionths - reported.reported_millionths <= coalesce(reported.tolerance_millionths, recomputed.half_unit_millionths)
            THEN 1 ELSE 0 END AS agreeing
FROM mart.reported_value AS reported
JOIN figure.stated AS recomputed
  ON recomputed.indicator = reported.indicator AND recomputed.area_code = reported.area_code AND recomputed.period = reported.period_id
