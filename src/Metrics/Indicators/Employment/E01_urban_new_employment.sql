/*---
id: E01_urban_new_employment
version: 1
name: { zh: 城镇新增就业人数, en: Urban new employment }
definition:
  zh: 报告期内城镇累计新就业人数减去自然减员人数。新就业包括单位就业、私营个体、公益性岗位和灵活就业，不含单位之间转移和合同续签；同一人在同一城市一个自然年度内只计一次，以首次就业为准
  en: Persons who newly took urban work in the period less those lost through natural attrition. Moves between units and renewed contracts do not count; a person counts once per city and calendar year, at the first start
formula_text: 城镇新增就业人数 = 城镇新就业人数 − 自然减员人数
clauses: [S5.3]
basis: 劳社部发〔2004〕9号
status: Official
unit: 人
decimals: 0
better: Higher
formula: Count
frequencies: [Month, Quarter, Year, YearToDate, Rolling12, ReportMonth]
parts: { new_employment: Flow, attrition: Flow }
numerator: new_employment - attrition
persons: { new_employment: newly_employed }
members:
  sex:
    "1": { zh: 男, en: Male }
    "2": { zh: 女, en: Female }
    "0": { zh: 未知, en: Unknown }
    "9": { zh: 未说明, en: Not stated }
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
    "99": { zh: 不限, en: No requirement }
  employment_form:
    "1": { zh: 单位就业, en: Unit employment }
    "2": { zh: 私营个体, en: Private and self-employed }
    "3": { zh: 公益性岗位, en: Public-welfare post }
    "4": { zh: 灵活就业, en: Flexible work }
  sector:
    "1": { zh: 第一产业, en: Primary }
    "2": { zh: 第二产业, en: Secondary }
    "3": { zh: 第三产业, en: Tertiary }
  prior_status:
    "1": { zh: 首次就业, en: First job }
    "2": { zh: 失业人员再就业, en: Re-employed after registered unemployment }
    "3": { zh: 就业困难人员就业, en: Hardship person employed }
variants:
  - id: gross
    name: { zh: 城镇新就业人数, en: Urban new employment before attrition }
    frequencies: [Month, Quarter, Year, YearToDate]
    numerator: new_employment
    dimensions: [sex, education, employment_form, sector, prior_status]
caveats:
  zh: 月、季、年均按自然月统计；报告月为人社统EP表口径，即上月21日至本月20日，同一人仍按自然年度只计一次；不等于期末与期初就业人数之差（净增就业）。现行规定为人社厅发〔2020〕64号，未见公开文本，以公开的2004年口径为准
  en: Months, quarters and years are those of the calendar; the report month is that of the ministry's tables, from the 21st to the 20th, in which a person still counts once per calendar year. Not the change of the employed stock. The current rule 人社厅发〔2020〕64号 is not public; the public rule of 2004 is followed
---*/
SELECT origin,
       area_code,
       month,
       report_month,
       sex,
       education,
       employment_form,
       sector,
       prior_status,
       new_employment,
       attrition
FROM mart.employment
