/*---
id: D04_key_field_completeness
version: 1
name: { zh: 关键字段完整率, en: Key field completeness }
definition:
  zh: 各业务表关键字段中非空且取值在代码表内的单元格占全部关键字段单元格的比重
  en: Cells of key fields that are filled and in their code list, as a share of all cells of key fields
formula_text: 关键字段完整率 = 有效填写的关键字段单元格数 ÷ 关键字段单元格总数 × 100%
clauses: [S4.1, S4.4]
basis: 本产品自拟（人社部函〔2022〕133号 五（四）：核心业务全程信息化管理、业务数据全量集中）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { key_cells_filled: Flow, key_cells: Flow }
numerator: key_cells_filled
denominator: key_cells
dimensions: [source]
members:
  source:
    job_postings: { zh: 招聘岗位, en: Job postings }
    job_seeking: { zh: 求职登记, en: Job-seeker registrations }
    employment_registration: { zh: 就业登记, en: Employment registrations }
    unemployment_registration: { zh: 失业登记, en: Unemployment registrations }
    natural_attrition: { zh: 自然减员, en: Natural attrition }
    service_rating: { zh: 好差评, en: Service ratings }
caveats:
  zh: “0”“无”“1900-01-01”、18个0等占位值按空值计；只统计已接收的现行记录，被拒收的行见质量报告
  en: Placeholders (0, 无, 1900-01-01, eighteen zeros) count as empty. Current accepted rows only; rejected rows are in the quality report
---*/
SELECT origin,
       area_code,
       month,
       source,
       key_cells_filled,
       key_cells
FROM mart.data_quality
