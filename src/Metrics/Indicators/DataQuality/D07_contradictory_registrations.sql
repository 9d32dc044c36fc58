/*---
id: D07_contradictory_registrations
version: 1
name: { zh: 重复与矛盾登记率, en: Duplicate or contradictory registrations }
definition:
  zh: 本年城镇新就业名单中同一人重复计入，或与失业登记、自然减员记录矛盾的比重
  en: Rows of the year's list of new employment that repeat a person, or contradict an unemployment registration or a record of attrition
formula_text: 重复与矛盾登记率 = 重复或矛盾的记录数 ÷ 新就业名单记录数 × 100%
clauses: [S4.1, S5.3]
basis: 一人一年只计一次的地方统计规则；比率为本产品自拟
status: Construct
unit: "%"
decimals: 4
better: Lower
formula: Ratio
scale: 100
frequencies: [YearToDate, Year]
parts: { contradictory: Flow, listed: Flow }
numerator: contradictory
denominator: listed
persons: { contradictory: new_employment_list, listed: new_employment_list }
empty_note: 本年没有新就业名单记录
caveats:
  zh: 矛盾指：就业时失业登记仍有效且30日内未注销，或就业晚于本人的退休、死亡等减员记录。一条记录有多种情形的只计一次
  en: "Contradiction: an unemployment registration open at the start and not ended within 30 days, or a start after the person's record of retirement or death. A row counts once whatever its reasons"
---*/
SELECT origin,
       area_code,
       month,
       contradictory,
       listed
FROM mart.employment_list_check
