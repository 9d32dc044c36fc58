/*---
id: B11_violations_handled_on_time
version: 1
name: { zh: 违规招聘处置按期办结率, en: Posting violations handled on time }
definition:
  zh: 报告期内到期的违规招聘线索中按期办结并记明处置结果的比重
  en: Leads on postings due in the period that were closed in time with an outcome
formula_text: 按期办结率 = 按期办结且有处置结果的线索数 ÷ 到期线索数 × 100%
clauses: [S2.4, S5.4]
basis: 本产品自拟（人社部函〔2022〕133号 五（二）（五）：市场秩序规范）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { handled: Flow, due: Flow }
numerator: handled
denominator: due
dimensions: [violation_kind, found_by]
empty_note: 本期没有到期的线索
members:
  violation_kind:
    "1": { zh: 性别, en: Sex }
    "2": { zh: 婚育, en: Marriage and childbearing }
    "3": { zh: 民族, en: Ethnicity }
    "4": { zh: 宗教信仰, en: Religion }
    "5": { zh: 户籍地域, en: Household registration or region }
    "6": { zh: 残疾, en: Disability }
    "7": { zh: 病原携带, en: Carrier status }
    "8": { zh: 虚假招聘, en: False posting }
    "9": { zh: 收费扣证, en: Fees or withheld documents }
  found_by:
    "1": { zh: 系统检出, en: Found by the system }
    "2": { zh: 举报投诉, en: Reported }
    "3": { zh: 检查抽查, en: Inspection }
caveats:
  zh: 按办结期限所在月份统计；没有处置结果的视为未办结
  en: Dated by the limit; a lead closed without an outcome is not handled
---*/
SELECT origin,
       area_code,
       month,
       violation_kind,
       found_by,
       handled,
       due
FROM mart.violation_handling
