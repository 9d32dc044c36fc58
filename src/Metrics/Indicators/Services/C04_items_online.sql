/*---
id: C04_items_online
version: 1
name: { zh: 事项网上可办率, en: Items available online }
definition:
  zh: 可在线申请的服务事项占全部事项的比重
  en: Service items that can be applied for online, as a share of all
formula_text: 网上可办率 = 可在线申请的事项数 ÷ 事项总数 × 100%
clauses: [S3.4]
basis: 营商环境评价 网上政务服务事项可办率
status: OfficialLocal
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter, Year]
parts: { online_items: StockAtEnd, items: StockAtEnd }
numerator: online_items
denominator: items
dimensions: [item_level]
needed: [items]
empty_note: 清单内没有事项
members:
  item_level:
    "1": { zh: 市级, en: City }
    "2": { zh: 县级, en: County }
    "3": { zh: 街道乡镇, en: Street or township }
    "4": { zh: 社区村, en: Community or village }
caveats:
  zh: 事项口径，与办件口径的全程网办率不可混用
  en: "Counts items, not cases: never mix it with the share of cases done online"
---*/
SELECT origin,
       area_code,
       month,
       item_level,
       online_items,
       items
FROM mart.service_item
