/*---
id: C02_on_time_completion
version: 1
name: { zh: 按时办结率, en: On-time completion }
definition:
  zh: 已办结事项中在承诺时限内办结的比重
  en: Closed cases with a promised day that were closed by it
formula_text: 按时办结率 = 承诺时限内办结数 ÷ 有承诺时限的办结数 × 100%
clauses: [S3.2, S3.3]
basis: 本产品自拟（人社部函〔2022〕133号 五（三））
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { on_time: Flow, with_limit: Flow }
numerator: on_time
denominator: with_limit
dimensions: [case_kind, channel]
empty_note: 本期没有有承诺时限的办结件
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
  channel:
    "1": { zh: 窗口, en: Window }
    "2": { zh: 网站, en: Web }
    "3": { zh: 手机APP, en: App }
    "4": { zh: 小程序, en: Mini-program }
    "5": { zh: 自助一体机, en: Self-service machine }
caveats:
  zh: 没有承诺办结日期的不计；补正暂停时间已由承诺日期体现，不另扣除
  en: Cases without a promised day do not count; suspended time is taken to be in the promised day
---*/
SELECT origin,
       area_code,
       month,
       case_kind,
       channel,
       on_time,
       with_limit
FROM mart.service_case
