/*---
id: B10_stale_or_suspect_postings
version: 1
name: { zh: 失效与疑似虚假岗位率, en: Stale or suspect postings }
definition:
  zh: 在架岗位中超过有效期未下架、单位信用代码校验不通过、或经核实为虚假招聘及收费扣证的比重
  en: Postings listed that are past their validity, whose employer's code fails its check, or with confirmed fraud or fees
formula_text: 失效与疑似虚假岗位率 = 失效或疑似虚假的在架岗位数 ÷ 未下架岗位数 × 100%
clauses: [S2.4, S4.3]
basis: 本产品自拟（人社部函〔2022〕133号 五（二）（四）：杜绝虚假招聘信息、真实有效）
status: Construct
unit: "%"
decimals: 2
better: Lower
formula: Ratio
scale: 100
frequencies: [Month]
parts: { suspect: StockAtEnd, listed: StockAtEnd }
numerator: suspect
denominator: listed
empty_note: 期末没有未下架岗位
caveats:
  zh: 未下架 = 已发布且下架月份不早于本月，下架当月仍计入。未填信用代码的不按校验不通过计；虚假线索以核实之月起计
  en: Listed = published and not taken down before the month. A posting without a code does not fail the check; fraud counts from the month in which it was found
---*/
SELECT origin,
       area_code,
       month,
       stale_change AS suspect,
       listed_change AS listed
FROM mart.posting
UNION ALL
SELECT origin,
       area_code,
       month,
       suspect_change AS suspect,
       0 AS listed
FROM mart.posting_violation
