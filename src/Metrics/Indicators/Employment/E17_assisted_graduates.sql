/*---
id: E17_assisted_graduates
version: 1
name: { zh: 离校未就业毕业生帮扶就业率, en: Employment of assisted graduates }
definition:
  zh: 离校未就业高校毕业生实名台账中有就业意愿者，期末已就业或已参加就业准备的比重
  en: Graduates on the named list who want work and are employed, or prepare for work, at the period's end
formula_text: 帮扶就业率 = 已就业或已参加就业准备的人数 ÷ 有就业意愿的在册人数 × 100%
clauses: [S2.2, S5.3]
basis: 离校未就业高校毕业生实名制帮扶统计；人社统EP表填报周期
status: OfficialLocal
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month]
parts: { employed_or_prepared: StockAtEnd, contacted: StockAtEnd, prepared: StockAtEnd, willing: StockAtEnd }
numerator: employed_or_prepared
denominator: willing
persons: { employed_or_prepared: graduates_employed, contacted: graduates_contacted, prepared: graduates_prepared, willing: graduates }
empty_note: 没有在册且有就业意愿的毕业生
variants:
  - id: contact
    name: { zh: 离校未就业毕业生联系率, en: Contact rate of graduates }
    numerator: contacted
  - id: preparation
    name: { zh: 离校未就业毕业生就业准备参加率, en: Preparation rate of graduates }
    numerator: prepared
caveats:
  zh: 不是教育部门的毕业去向落实率。报送周期为7—12月按月、1—6月按季，本表逐月给出；退出台账的不计
  en: Not the education ministry's rate of graduates placed. Reported monthly from July to December and quarterly before; given for every month here. Who left the list is in neither part
---*/
SELECT origin,
       area_code,
       month,
       employed_or_prepared,
       contacted,
       prepared,
       willing
FROM mart.key_group
WHERE key_group = '1'
