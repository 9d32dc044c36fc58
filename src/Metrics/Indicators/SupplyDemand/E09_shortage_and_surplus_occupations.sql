/*---
id: E09_shortage_and_surplus_occupations
version: 1
name: { zh: 紧缺职业前十, en: Ten scarcest and most abundant occupations }
definition:
  zh: 有效需求人数与有效求职人数之差最大的十个职业小类（紧缺），及反向差最大的十个（富余）
  en: The ten minor occupations with the largest excess of openings over seekers, and of seekers over openings
formula_text: 紧缺 = 该小类有效需求人数 − 有效求职人数，取前十；富余反之
clauses: [S4.5]
basis: 人力资源市场职业供求状况季度分析报告制度 表6、表7
status: Official
unit: 人
decimals: 0
better: None
formula: Ranked
convention: shortage
frequencies: [Quarter]
parts: { openings_carried: StockAtStart, openings_new: Flow, seekers_carried: StockAtStart, seekers_new: Flow }
numerator: openings_carried + openings_new
denominator: seekers_carried + seekers_new
persons: { seekers_carried: job_seekers_by_minor_occupation, seekers_new: job_seekers_by_minor_occupation }
over: occupation_minor
variants:
  - id: surplus
    name: { zh: 富余职业前十, en: Ten most abundant occupations }
    convention: surplus
caveats:
  zh: 需求与求职合计不足10人的小类不参加排序；缺口相同按职业编码先后。总数为所列缺口之和。省和全国按人数汇总后排序，未按报送城市数加权
  en: Groups with fewer than ten openings and seekers together take no part; ties in the order of codes. The total is the sum of the gaps listed. Provinces and the nation rank summed persons, not weighted by the number of cities
---*/
SELECT origin,
       area_code,
       month,
       occupation_minor,
       openings_change AS openings_carried,
       openings_new,
       seekers_change AS seekers_carried,
       seekers_new
FROM mart.minor_occupation
