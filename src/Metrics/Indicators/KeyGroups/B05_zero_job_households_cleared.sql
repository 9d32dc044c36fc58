/*---
id: B05_zero_job_households_cleared
version: 2
name: { zh: 零就业家庭动态清零率, en: Zero-job households cleared }
definition:
  zh: 报告期内到期的零就业家庭中，认定当季末前至少一人就业的户数占比；另列期末尚未消除的户数
  en: Zero-job households due in the period with at least one member in work by the end of the quarter of certification; beside it those still open
formula_text: 动态清零率 = 限期内至少一人就业的户数 ÷ 到期户数 × 100%
clauses: [S2.2, S5.3]
basis: 零就业家庭动态消除制度（认定当季内消除）
status: Official
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { cleared: Flow, due: Flow, open_families: StockAtEnd }
numerator: cleared
denominator: due
persons: { cleared: families_due, due: families_due, open_families: families_open }
empty_note: 本期没有到期的零就业家庭
variants:
  - id: open
    name: { zh: 期末零就业家庭户数, en: Zero-job households open }
    formula: Count
    unit: 户
    decimals: 0
    scale: 1
    numerator: open_families
    denominator: ""
caveats:
  zh: 限期为认定当季末。限期前注销且无人就业的家庭不计入到期数；就业后注销的计为已清零
  en: The limit is the end of the quarter of certification. A household struck off before it without anyone in work is left out; one struck off after a member found work is cleared
---*/
SELECT origin,
       area_code,
       month,
       cleared,
       due,
       open_families
FROM mart.zero_job_family
