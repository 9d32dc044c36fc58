/*---
id: A06_service_funds_per_worker
version: 1
name: { zh: 劳均公共就业服务经费, en: Public employment service funds per labour-force member }
definition:
  zh: 同级财政预算安排的公共就业创业服务运行经费与常住劳动力之比；另列上级转移支付
  en: Own budget for running public employment services, per member of the resident labour force; beside it transfers from above
formula_text: 劳均经费 = 市县两级预算安排的服务运行经费 ÷ 年末常住劳动力
clauses: [S1.5]
basis: 本产品自拟（人社部函〔2022〕133号 五（一）：经费纳入同级财政预算）；经费投入为地方考核项目
status: Construct
unit: 元/人
decimals: 2
better: Higher
formula: Ratio
divisor: 100
frequencies: [Year]
parts: { own_budget_fen: Flow, transfer_fen: Flow, resident_labour_force: LevelAtEnd }
numerator: own_budget_fen
denominator: resident_labour_force
variants:
  - id: transfer
    name: { zh: 劳均公共就业服务转移支付, en: Transfers per labour-force member }
    numerator: transfer_fen
caveats:
  zh: 按记账日期所在年度的预算数；上年结转不计入本级和转移支付。只按城市报送常住劳动力的地方，区县不计算
  en: Budget entries of the year; what was carried over is in neither view. Where the labour force is stated for the whole city alone, districts have no figure
---*/
SELECT origin,
       area_code,
       month,
       CASE WHEN fund_level IN ('3', '4') THEN budget_fen ELSE 0 END AS own_budget_fen,
       CASE WHEN fund_level IN ('1', '2') THEN budget_fen ELSE 0 END AS transfer_fen,
       NULL AS resident_labour_force
FROM mart.fund_ledger
WHERE fund = '2'
  AND fund_use = '1'
UNION ALL
SELECT origin,
       area_code,
       month,
       0 AS own_budget_fen,
       0 AS transfer_fen,
       resident_labour_force
FROM mart.labour_stock
