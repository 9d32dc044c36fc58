/*---
id: C03_handling_time
version: 1
name: { zh: 办理时长中位数, en: "Handling time, median and 90th percentile" }
definition:
  zh: 办结件自受理至办结的工作日数分布：中位数与90分位
  en: "Working days from acceptance to closing of closed cases: median and 90th percentile"
formula_text: 办理时长 = 办结日的工作日序号 − 受理日的工作日序号（当日办结为0）
clauses: [S3.3, S5.1]
basis: 本产品自拟（人社部函〔2022〕133号 五（三）（五）：质量、效率全面提升）
status: Construct
unit: 工作日
decimals: 1
better: Lower
formula: Quantile
convention: median
frequencies: [Month, Quarter, Year]
parts: { cases: Flow }
numerator: cases
dimensions: [case_kind]
over: workdays
empty_note: 本期没有办结件
members:
  case_kind:
    "1": { zh: 就业登记, en: Employment registration }
    "2": { zh: 失业登记, en: Unemployment registration }
    "3": { zh: 职业指导, en: Career guidance }
    "4": { zh: 职业介绍, en: Job placement }
    "5": { zh: 职业培训, en: Training }
    "6": { zh: 就业援助, en: Employment assistance }
    "7": { zh: 创业服务, en: Start-up service }
    "8": { zh: 政策补贴, en: Policy benefit }
variants:
  - id: p90
    name: { zh: 办理时长90分位, en: "Handling time, 90th percentile" }
    convention: p90
caveats:
  zh: 中位数遇偶数个取中间两个的平均；90分位取最近秩。均值会掩盖长尾，不给出。受理、办结日不在工作日历内的不计
  en: The median of an even number is the mean of the two in the middle; the percentile is the nearest rank. A mean would hide long tails. Cases with a day outside the calendar do not count
---*/
SELECT origin,
       area_code,
       month,
       case_kind,
       workdays,
       cases
FROM mart.case_duration
