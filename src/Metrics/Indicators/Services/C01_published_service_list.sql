/*---
id: C01_published_service_list
version: 1
name: { zh: 服务事项清单公布率, en: Published service list }
definition:
  zh: 应公布的就业创业服务事项中已按统一要素公布的比重
  en: Service items that must be published and are, with every element
formula_text: 清单公布率 = 已按统一要素公布的事项数 ÷ 应公布事项数 × 100%
clauses: [S3.1]
basis: 本产品自拟（人社部函〔2022〕133号 五（三）：制定发布就业创业服务清单）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter, Year]
parts: { published_items: StockAtEnd, required_items: StockAtEnd }
numerator: published_items
denominator: required_items
dimensions: [item_level]
needed: [required_items]
empty_note: 没有应公布的事项
members:
  item_level:
    "1": { zh: 市级, en: City }
    "2": { zh: 县级, en: County }
    "3": { zh: 街道乡镇, en: Street or township }
    "4": { zh: 社区村, en: Community or village }
caveats:
  zh: 按期末在清单内的事项计；要素不齐的视为未公布
  en: Items on the list at the period's end; one with elements missing is not published
---*/
SELECT origin,
       area_code,
       month,
       item_level,
       published_items,
       required_items
FROM mart.service_item
