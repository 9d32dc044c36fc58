/*---
id: A08_site_equipment
version: 1
name: { zh: 服务网点设施设备达标率, en: Service sites that meet the equipment list }
definition:
  zh: 期末在用且有级别的网点中，配置清单全部必备项均已配备且完好的占比；另列未定级网点数
  en: Sites in use with a class that have every item of its list, present and working; beside it the sites without a class
formula_text: 达标率 = 必备项全部配备且完好的网点数 ÷ 有级别的在用网点数 × 100%
clauses: [S1.2]
basis: 本产品自拟（人社部函〔2022〕133号 五（一）：设施设备配置齐全）；配置清单由省确定
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter, Year]
parts: { equipped_sites: StockAtEnd, listed_sites: StockAtEnd, unclassed_sites: StockAtEnd }
numerator: equipped_sites
denominator: listed_sites
empty_note: 没有可对照清单的网点
variants:
  - id: unclassed
    name: { zh: 未定级网点数, en: Sites without a class }
    formula: Count
    unit: 家
    decimals: 0
    scale: 1
    numerator: unclassed_sites
    denominator: ""
caveats:
  zh: 未定级的网点不算不达标，另列；所在城市没有相应级别清单的不参加。设备取最近一次登记
  en: A site without a class is shown apart, not failed; one whose class has no list in its city takes no part. Equipment as last registered
---*/
SELECT origin,
       area_code,
       month,
       equipped_sites,
       listed_sites,
       unclassed_sites
FROM mart.service_site
