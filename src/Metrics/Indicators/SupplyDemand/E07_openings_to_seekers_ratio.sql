/*---
id: E07_openings_to_seekers_ratio
version: 1
name: { zh: 求人倍率, en: Openings to job seekers ratio }
definition:
  zh: 报告期内有效需求人数与有效求职人数之比；有效数为上期结转且仍在有效期内的加本期新增的
  en: Openings in force in the period against job seekers in force; in force = carried over and still valid, and new
formula_text: 求人倍率 =（上期结转需求 + 本期新增需求）÷（上期结转求职 + 本期新增求职）
clauses: [S5.4, S4.5]
basis: 人力资源市场职业供求状况季度分析报告制度（合计 = 上期结转 + 本期新增）
status: Official
unit: 倍
decimals: 2
better: Band
formula: Ratio
frequencies: [Month, Quarter, Year, Rolling12]
parts: { openings_carried: StockAtStart, openings_new: Flow, seekers_carried: StockAtStart, seekers_new: Flow }
numerator: openings_carried + openings_new
denominator: seekers_carried + seekers_new
persons: { seekers_carried: job_seekers, seekers_new: job_seekers }
caveats:
  zh: 只含公共服务机构登记的岗位和求职者；1表示总量平衡，没有官方目标区间。公布的增减是两个四舍五入后的倍率之差
  en: Openings and seekers registered with the public service alone. 1 is balance; there is no official band. Published changes are differences of rounded ratios
---*/
SELECT origin,
       area_code,
       month,
       openings_change AS openings_carried,
       openings_new,
       seekers_change AS seekers_carried,
       seekers_new
FROM mart.labour_market
