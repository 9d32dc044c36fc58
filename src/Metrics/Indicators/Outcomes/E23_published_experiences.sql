/*---
id: E23_published_experiences
version: 1
name: { zh: 可复制推广典型经验数, en: Experiences published for others to copy }
definition:
  zh: 评估期内经省级以上公开推广或被其他城市采用、并有文件佐证的典型经验数；同一经验一年只计一次
  en: Experiences published by the province or above, or adopted elsewhere, with a paper to show it; one experience counts once a year
formula_text: 典型经验数 = 不重复的经验编号数
clauses: [S5.2]
basis: 本产品自拟（人社部函〔2022〕133号 五（五）：有特色、可复制、可推广的典型经验）
status: Construct
unit: 项
decimals: 0
better: Higher
formula: Count
frequencies: [Year]
parts: { experiences: Flow }
numerator: experiences
caveats:
  zh: 没有经验编号的材料不计；按最早一份材料的落款月份
  en: Papers without the experience's number do not count; dated by the first paper
---*/
SELECT origin,
       area_code,
       month,
       experiences
FROM mart.evidence_paper
