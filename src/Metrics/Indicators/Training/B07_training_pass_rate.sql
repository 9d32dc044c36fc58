/*---
id: B07_training_pass_rate
version: 1
name: { zh: 培训合格率, en: Training pass rate }
definition:
  zh: 参加考核的培训人员中评定合格的比重
  en: Trainees who passed, as a share of those assessed
formula_text: 培训合格率 = 合格人数 ÷ 参加考核人数 × 100%
clauses: [S2.5]
basis: 结业考核通过率地方通行口径
status: OfficialLocal
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter, Year]
parts: { passed: Flow, assessed: Flow }
numerator: passed
denominator: assessed
persons: { passed: trainees_assessed, assessed: trainees_assessed }
empty_note: 本期没有参加考核的学员
caveats:
  zh: 按结业月份统计；未参加考核的不计
  en: Dated by the end of the class; who was not assessed does not count
---*/
SELECT origin,
       area_code,
       month,
       passed,
       assessed
FROM mart.training_result
