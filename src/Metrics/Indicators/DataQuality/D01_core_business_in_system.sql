/*---
id: D01_core_business_in_system
version: 1
name: { zh: 核心业务全程信息化率, en: Core business fully in the system }
definition:
  zh: 就业登记、失业登记、就业援助、创业服务办件中受理、审核、实施、办结各环节均有系统留痕，且无线下环节和集中补录的比重
  en: Cases of core business with every step stamped by the system, no step offline and nothing filled in afterwards
formula_text: 全程信息化率 = 各环节均有系统留痕的核心业务办结件数 ÷ 核心业务办结件数 × 100%
clauses: [S4.1]
basis: 本产品自拟（人社部函〔2022〕133号 五（四）：核心业务全程信息化管理）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { core_recorded: Flow, core_back_filled: Flow, core: Flow }
numerator: core_recorded
denominator: core
dimensions: [case_kind]
empty_note: 本期没有核心业务办结件
members:
  case_kind:
    "1": { zh: 就业登记, en: Employment registration }
    "2": { zh: 失业登记, en: Unemployment registration }
    "6": { zh: 就业援助, en: Employment assistance }
    "7": { zh: 创业服务, en: Start-up service }
variants:
  - id: back_filled
    name: { zh: 核心业务集中补录率, en: Core cases filled in afterwards }
    numerator: core_back_filled
caveats:
  zh: 集中补录的办件另列，不算系统留痕
  en: Cases filled in afterwards are shown apart and do not count as stamped
---*/
SELECT origin,
       area_code,
       month,
       case_kind,
       core_recorded,
       core_back_filled,
       core
FROM mart.service_case
