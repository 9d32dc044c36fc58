/*---
id: D03_reports_on_time
version: 1
name: { zh: 业务数据上报及时率, en: Reports on time }
definition:
  zh: 应报数据批次中按时限首次报送成功的比重
  en: Batches due that were first accepted in time
formula_text: 报送及时率 = 按时报送成功的批次数 ÷ 应报批次数 × 100%
clauses: [S4.4]
basis: 统计报表和监测数据报送地方考核项目
status: OfficialLocal
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year, ReportMonth]
parts: { on_time: Flow, due: Flow }
numerator: on_time
denominator: due
empty_note: 本期没有应报批次
caveats:
  zh: 按应报时间所在的月份统计：月、季、年为自然月，报告月按人社统EP表为上月21日至本月20日
  en: Dated by the due time. Months, quarters and years are those of the calendar; the report month is that of the ministry's tables, from the 21st to the 20th
---*/
SELECT origin,
       area_code,
       month,
       report_month,
       on_time,
       due
FROM mart.report_batch
