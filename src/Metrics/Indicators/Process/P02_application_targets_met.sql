/*---
id: P02_application_targets_met
version: 1
name: { zh: 创建量化目标完成率, en: Completion of application targets }
definition:
  zh: 申报表所列量化目标中已到期并完成的比重
  en: Quantified targets of applications that are due and met
formula_text: 完成率 = 到期且达到目标的项数 ÷ 到期目标项数 × 100%
clauses: [六（二）]
basis: 人社部函〔2022〕133号 六（二）、附件（目标任务要清晰且包括量化指标）；比率为本产品自拟
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter, Year]
parts: { achieved: StockAtEnd, due: StockAtEnd }
numerator: achieved
denominator: due
needed: [due]
empty_note: 没有已到期的目标
depends_on: [all]
caveats:
  zh: 实际值取到期月及以前最近一期、期长最长的数值；没有实际值的视为未完成。越低越好的指标以不高于目标为完成
  en: The actual value is the latest by the due month, of the longest period; a target without one is not met. For lower-is-better, met means at or below the target
---*/
-- The actual value is the indicator's latest one by the due month; of periods ending in the same month the longest.
WITH latest AS (
    SELECT target.origin,
           target.area_code,
           target.month,
           target.direction,
           target.target_millionths,
           actual.value_millionths,
           row_number() OVER (
               PARTITION BY target.area_code, target.indicator, target.batch
               ORDER BY actual.last_month DESC, actual.rank DESC) AS place
    FROM mart.application_target AS target
    JOIN figure.stated AS actual ON actual.indicator = target.indicator AND actual.area_code = target.area_code
    WHERE actual.last_month <= target.month
)
SELECT origin,
       area_code,
       month,
       0 AS due,
       1 AS achieved
FROM latest
WHERE place = 1
  AND (direction = '1' AND value_millionths >= target_millionths OR direction = '2' AND value_millionths <= target_millionths)
UNION ALL
SELECT origin,
       area_code,
       month,
       1 AS due,
       0 AS achieved
FROM mart.application_target
