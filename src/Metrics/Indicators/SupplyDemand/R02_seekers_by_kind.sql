/*---
id: R02_seekers_by_kind
version: 1
name: { zh: 按人员构成分组的求职人数, en: Job seekers by kind of person }
definition:
  zh: 有效求职人数按性别、年龄和文化程度分组
  en: Job seekers in force by sex, age and education
formula_text: 求职人数 = 上期结转求职 + 本期新增求职
clauses: [S4.5]
basis: 人力资源市场职业供求状况季度分析报告制度 表8
status: Official
unit: 人
decimals: 0
better: None
formula: Count
frequencies: [Quarter]
parts: { seekers_carried: StockAtStart, seekers_new: Flow }
numerator: seekers_carried + seekers_new
persons: { seekers_carried: job_seekers, seekers_new: job_seekers }
dimensions: [sex, age_group, education]
members:
  sex:
    "1": { zh: 男, en: Male }
    "2": { zh: 女, en: Female }
  age_group:
    "1": { zh: 16—24岁, en: 16-24 }
    "2": { zh: 25—34岁, en: 25-34 }
    "3": { zh: 35—44岁, en: 35-44 }
    "4": { zh: 45岁以上, en: 45 and over }
  education:
    "11": { zh: 博士研究生, en: Doctorate }
    "14": { zh: 硕士研究生, en: Master }
    "21": { zh: 大学本科, en: Bachelor }
    "31": { zh: 大学专科, en: Junior college }
    "41": { zh: 中等专科, en: Secondary specialised }
    "44": { zh: 职业高中, en: Vocational high school }
    "47": { zh: 技工学校, en: Skilled worker school }
    "61": { zh: 普通高中, en: High school }
    "71": { zh: 初中, en: Junior high school }
    "81": { zh: 小学, en: Primary school }
    "90": { zh: 其他, en: Other }
caveats:
  zh: 求职登记没有失业、在业、在学等人员类别，也没有技术等级，表8只能按性别、年龄和文化程度列出；缺项的求职者只计入总数。年龄按登记月份计算
  en: Registrations state neither the kind of job seeker nor a skill grade, so table 8 shows sex, age and education; persons without an entry count in the total alone. Age is that of the month of registration
---*/
SELECT origin,
       area_code,
       month,
       sex,
       age_group,
       education,
       seekers_change AS seekers_carried,
       seekers_new
FROM mart.seekers_by_group
