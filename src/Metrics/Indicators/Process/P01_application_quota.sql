/*---
id: P01_application_quota
version: 1
name: { zh: 申报名额合规, en: Quota compliance of the province }
definition:
  zh: 省（区、市）申报城市数不超过所辖地级行政区划数量的一半；直辖市按区县数量的一半
  en: Applications of a province are at most half of its prefecture-level divisions; of a municipality, half of its districts and counties
formula_text: 合规 = 申报城市数 ≤ 名额基数 ÷ 2（向下取整）
clauses: [六（一）]
basis: 人社部函〔2022〕133号 六（一）
status: Official
unit: 是/否
decimals: 0
better: None
formula: Within
divisor: 2
frequencies: [Year]
parts: { applications: Flow, quota_base: LevelOfYear }
numerator: applications
denominator: quota_base
area_levels: [province]
caveats:
  zh: 1为合规，0为超额。通知写“地级市数量的一半”，实际名单表明基数为全部地级行政区划（四川18个地级市、21个地级行政区，入围10个），基数为参数
  en: 1 = within the quota, 0 = above it. The notice says half of the prefecture-level cities; lists entered show that all prefecture-level divisions are meant. The base is a parameter
---*/
SELECT origin,
       area_code,
       month,
       applications,
       quota_base
FROM mart.application
