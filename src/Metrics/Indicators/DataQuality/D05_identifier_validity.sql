/*---
id: D05_identifier_validity
version: 1
name: { zh: 标识校验合格率, en: Identifier validity }
definition:
  zh: 身份证件号码和统一社会信用代码中校验通过的占全部参加校验的比重
  en: Identity numbers and credit codes that pass their check, as a share of those that could be checked
formula_text: 标识校验合格率 = 校验通过的标识数 ÷ 参加校验的标识数 × 100%
clauses: [S4.1]
basis: GB 11643-1999、GB 32100-2015（校验算法）；比率为本产品自拟
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { passed: Flow, checked: Flow }
numerator: passed
denominator: checked
dimensions: [identifier_kind]
members:
  identifier_kind:
    person: { zh: 身份证件号码, en: Identity numbers }
    credit_code: { zh: 统一社会信用代码, en: Credit codes }
caveats:
  zh: 已脱敏（带星号）的号码无法校验，不计入分母
  en: Masked numbers cannot be checked and are left out
---*/
SELECT origin,
       area_code,
       month,
       'person' AS identifier_kind,
       person_ids_valid AS passed,
       person_ids_checked AS checked
FROM mart.data_quality
UNION ALL
SELECT origin,
       area_code,
       month,
       'credit_code' AS identifier_kind,
       credit_codes_valid AS passed,
       credit_codes_checked AS checked
FROM mart.data_quality
