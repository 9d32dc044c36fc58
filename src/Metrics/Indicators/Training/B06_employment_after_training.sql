/*---
id: B06_employment_after_training
version: 1
name: { zh: 培训后就业率, en: Employment rate after training }
definition:
  zh: 培训合格且培训前未就业的人员中，结业后6个月内有就业登记的比重
  en: Trainees without work who passed, with an employment registration within six months of the end
formula_text: 培训后就业率 = 结业后6个月内就业的合格学员数 ÷ 已满6个月的合格学员数 × 100%
clauses: [S2.5]
basis: 培训后就业率地方通行口径；观察期为本产品自拟
status: OfficialLocal
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter]
parts: { employed: Flow, followed: Flow }
numerator: employed
denominator: followed
persons: { employed: trainees_passed, followed: trainees_passed }
empty_note: 没有已满观察期的合格学员
caveats:
  zh: 培训前在职的学员不计。未满观察期的不计入分子分母；全部未满观察期的统计期无值
  en: Trainees who had work before do not count. Rows not yet followed long enough are in neither part; a period without a followed row has no value
---*/
SELECT origin,
       area_code,
       month,
       employed,
       followed
FROM mart.training_placement
