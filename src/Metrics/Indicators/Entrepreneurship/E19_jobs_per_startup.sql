/*---
id: E19_jobs_per_startup
version: 1
name: { zh: 创业带动就业倍数, en: Jobs per start-up }
definition:
  zh: 报告期内扶持的创业主体带动就业人数与扶持创业主体数之比
  en: Jobs created by start-ups supported in the period, per start-up
formula_text: 带动倍数 = 带动就业人数 ÷ 扶持创业主体数
clauses: [S2.3, S5.5]
basis: 创业带动就业统计通行口径
status: Official
unit: 倍
decimals: 2
better: Higher
formula: Ratio
frequencies: [Quarter, Year]
parts: { jobs_created: Flow, startups: Flow }
numerator: jobs_created
denominator: startups
dimensions: [support_kind]
empty_note: 本期没有扶持的创业主体
members:
  support_kind:
    "1": { zh: 创业担保贷款, en: Guaranteed loan }
    "2": { zh: 创业补贴, en: Subsidy }
    "3": { zh: 场地支持, en: Premises }
    "4": { zh: 创业培训, en: Training }
caveats:
  zh: 带动就业人数是否含创业者本人从报送口径；同一主体获多种扶持的按记录计
  en: Whether the founder is counted follows the report. A start-up with several kinds of support counts once for each
---*/
SELECT origin,
       area_code,
       month,
       support_kind,
       jobs_created,
       startups
FROM mart.startup
