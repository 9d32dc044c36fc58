/*---
id: E22_employment_stability
version: 1
name: { zh: 就业形势平稳度, en: Stability of the employment situation }
definition:
  zh: 近12个月中登记失业率不高于年度控制目标的月份占比；另列新增就业月度同比增幅的标准差
  en: Months of the last twelve with a registered rate at or below the year's control target; beside it the standard deviation of the year-on-year changes of new employment
formula_text: 平稳度 = 达标月份数 ÷ 12 × 100%；波动 = 近12个月新增就业同比增幅的标准差
clauses: [S5.3]
basis: 本产品自拟（人社部函〔2022〕133号 五（五）：就业形势总体稳定）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month]
parts: { months_within: Flow, months: Flow, now: Flow, year_before: Flow }
numerator: months_within
denominator: months
over: months_back
areas: Stated
empty_note: 近12个月的数值或控制目标不全
depends_on: [E01, E05]
members:
  months_back:
    "0": { zh: 本月, en: this month }
    "1": { zh: "1个月前", en: "1 months back" }
    "2": { zh: "2个月前", en: "2 months back" }
    "3": { zh: "3个月前", en: "3 months back" }
    "4": { zh: "4个月前", en: "4 months back" }
    "5": { zh: "5个月前", en: "5 months back" }
    "6": { zh: "6个月前", en: "6 months back" }
    "7": { zh: "7个月前", en: "7 months back" }
    "8": { zh: "8个月前", en: "8 months back" }
    "9": { zh: "9个月前", en: "9 months back" }
    "10": { zh: "10个月前", en: "10 months back" }
    "11": { zh: "11个月前", en: "11 months back" }
variants:
  - id: deviation
    name: { zh: 新增就业同比增幅波动（标准差）, en: Deviation of year-on-year changes of new employment }
    formula: ChangeDeviation
    unit: 百分点
    numerator: now
    denominator: year_before
caveats:
  zh: 由各地区自身的登记失业率、新增就业和控制目标算得，不由下级汇总。波动要求24个月数值齐全且上年同月大于0；增幅先取两位小数再算总体标准差
  en: From each area's own figures and target, not summed from below. The deviation needs all 24 months and earlier figures above zero; changes are rounded to two decimals first
---*/
-- Each month is stated when all its twelve months are: a shorter window would not be comparable.
WITH rate AS (
    SELECT stated.area_code,
           stated.last_month AS month,
           CASE WHEN stated.value_millionths <= plan.target_hundredths * 10000 THEN 1 ELSE 0 END AS within_target
    FROM figure.stated AS stated
    JOIN mart.target_plan AS plan ON plan.area_code = stated.area_code AND plan.month = stated.last_month - stated.last_month % 12
    WHERE stated.indicator = 'E05'
      AND stated.frequency = 'Month'
      AND plan.indicator = 'E05'
),
rate_window AS (
    SELECT area_code,
           month,
           sum(within_target) OVER (PARTITION BY area_code ORDER BY month RANGE BETWEEN 11 PRECEDING AND CURRENT ROW) AS months_within,
           count(*) OVER (PARTITION BY area_code ORDER BY month RANGE BETWEEN 11 PRECEDING AND CURRENT ROW) AS months
    FROM rate
),
pair AS (
    SELECT current_year.area_code,
           current_year.last_month + back.months_back AS month,
           back.months_back,
           current_year.value_millionths AS now,
           earlier.value_millionths AS year_before
    FROM figure.stated AS current_year
    JOIN figure.stated AS earlier ON earlier.area_code = current_year.area_code AND earlier.last_month = current_year.last_month - 12
    JOIN (VALUES ('Month', 0), ('Month', 1), ('Month', 2), ('Month', 3), ('Month', 4), ('Month', 5), ('Month', 6), ('Month', 7), ('Month', 8), ('Month', 9), ('Month', 10), ('Month', 11)) AS back (frequency, months_back) ON back.frequency = current_year.frequency
    WHERE current_year.indicator = 'E01'
      AND current_year.frequency = 'Month'
      AND earlier.indicator = 'E01'
      AND earlier.frequency = 'Month'
),
pair_window AS (
    SELECT area_code, month, months_back, now, year_before, count(*) OVER (PARTITION BY area_code, month) AS months
    FROM pair
)
SELECT CAST(0 AS BIGINT) AS origin,
       area_code,
       month,
       NULL AS months_back,
       months_within,
       months,
       0 AS now,
       0 AS year_before
FROM rate_window
WHERE months = 12
UNION ALL
SELECT CAST(0 AS BIGINT) AS origin,
       area_code,
       month,
       months_back,
       0 AS months_within,
       0 AS months,
       now,
       year_before
FROM pair_window
WHERE months = 12
