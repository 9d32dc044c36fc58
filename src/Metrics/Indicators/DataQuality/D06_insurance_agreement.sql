/*---
id: D06_insurance_agreement
version: 1
name: { zh: 就业登记与社保参保比对一致率, en: Employment registration confirmed by social insurance }
definition:
  zh: 报告期内单位就业登记中，同一人同一单位在登记当月或次月有参保缴费记录的比重
  en: Unit employment registered in the period with contributions of the same person and employer in the month of the start or the next
formula_text: 一致率 = 当月或次月有参保缴费记录的单位就业登记数 ÷ 已可比对的单位就业登记数 × 100%
clauses: [S4.1, S5.3]
basis: 本产品自拟（人社部函〔2022〕133号 五（四）：数据共享）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { confirmed: Flow, compared: Flow }
numerator: confirmed
denominator: compared
persons: { confirmed: insured_hires, compared: insured_hires }
empty_note: 没有可比对的单位就业登记
caveats:
  zh: 次月参保数据尚未到齐的不计入分子分母；单位信用代码为空的视为不一致
  en: Starts whose next month is not yet covered by insurance data are in neither part; one without an employer's code is not confirmed
---*/
SELECT origin,
       area_code,
       month,
       confirmed,
       compared
FROM mart.insurance_match
