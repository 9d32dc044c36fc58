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
frequencies: [Month, Quarter, Year]
parts: { on_time: Flow, due: Flow }
numerator: on_time
denominator: due
empty_note: 本期没有应报批次
caveats:
  zh: 按应报时间所在自然月统计；人社统EP表的报告月为上月21日至本月20日
  en: Dated by the calendar month of the due time; the ministry's report month runs from the 21st to the 20th
---*/
SELECT origin,
       area_code,
       month,
       on_time,
       due
FROM mart.report_batch
