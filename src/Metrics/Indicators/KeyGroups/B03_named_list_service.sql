/*---
id: B03_named_list_service
version: 1
name: { zh: 重点群体实名制服务率, en: Named-list service rate for key groups }
definition:
  zh: 纳入实名台账且有就业意愿的重点群体中，期末前已获得规定服务组合的比重
  en: Persons on named lists who want work and have had the bundle of services by the period's end
formula_text: 实名制服务率 = 已获得服务组合的人数 ÷ 在册有就业意愿人数 × 100%
clauses: [S2.2]
basis: 本产品自拟（人社部函〔2022〕133号 五（二）：重点群体实名制管理服务制度）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { bundled: StockAtEnd, willing: StockAtEnd }
numerator: bundled
denominator: willing
persons: { bundled: key_group_roster, willing: key_group_roster }
dimensions: [key_group]
empty_note: 没有在册且有就业意愿的人员
members:
  key_group:
    "1": { zh: 离校未就业高校毕业生, en: Graduates without a job }
    "2": { zh: 就业困难人员, en: Hardship persons }
    "3": { zh: 脱贫人口, en: People lifted out of poverty }
    "4": { zh: 退役军人, en: Veterans }
    "5": { zh: 农民工, en: Migrant workers }
caveats:
  zh: 服务组合为：1次联系、1次职业指导、1次职业介绍、1次培训或援助，均须在纳入台账之后；高校毕业生的“1131”组合未采用，各群体同一标准
  en: The bundle is one contact, one guidance, one placement service, and one training or assistance, all since the person came onto the list; one bundle for all groups
---*/
SELECT origin,
       area_code,
       month,
       key_group,
       bundled,
       willing
FROM mart.key_group_service
