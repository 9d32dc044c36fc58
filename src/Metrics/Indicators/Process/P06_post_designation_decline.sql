/*---
id: P06_post_designation_decline
version: 2
name: { zh: 认定后指标滑坡预警, en: Decline after designation }
definition:
  zh: 认定城市的指标较认定时基线连续两个季度变差超过5%的项数
  en: Figures of designated cities worse than at designation by more than five per cent in two quarters running
formula_text: 预警项数 = 连续两季较基线变差超过5%的指标数
clauses: [六（五）]
basis: 人社部函〔2022〕133号 六（五）监督管理；界限为本产品自拟
status: Construct
unit: 项
decimals: 0
better: Lower
formula: Count
frequencies: [Quarter]
parts: { declined: Flow, judged: Flow }
numerator: declined
denominator: judged
empty_note: 没有可判断的认定基线
depends_on: [all]
caveats:
  zh: 只判断有优劣方向的指标；两个季度均须在认定之月及以后。越高越好的以低于基线95%为变差，越低越好的以高于基线105%为变差
  en: Only indicators with a direction are judged; both quarters must end in or after the month of designation
---*/
-- A quarter's figure is the quarterly one, or the one of its last month where the indicator is not defined for quarters.
WITH quarterly AS (
    SELECT indicator, area_code, last_month, value_millionths, better
    FROM figure.stated
    WHERE better IN ('Higher', 'Lower')
      AND (frequency = 'Quarter' OR frequency = 'Month' AND last_month % 3 = 2 AND NOT has_quarters)
),
compared AS (
    SELECT base.origin,
           base.area_code,
           base.indicator,
           quarterly.last_month,
           CASE WHEN better = 'Higher' AND value_millionths * 100 < baseline_millionths * (100 - limit_percent)
                  OR better = 'Lower' AND value_millionths * 100 > baseline_millionths * (100 + limit_percent)
                THEN 1 ELSE 0 END AS is_worse
    FROM mart.designation AS base
    JOIN quarterly ON quarterly.indicator = base.indicator AND quarterly.area_code = base.area_code
    WHERE quarterly.last_month >= base.month
)
SELECT this_quarter.origin,
       this_quarter.area_code,
       this_quarter.last_month AS month,
       this_quarter.is_worse * quarter_before.is_worse AS declined,
       1 AS judged
FROM compared AS this_quarter
JOIN compared AS quarter_before
  ON quarter_before.origin = this_quarter.origin
 AND quarter_before.area_code = this_quarter.area_code
 AND quarter_before.indicator = this_quarter.indicator
 AND quarter_before.last_month = this_quarter.last_month - 3
