/*---
id: A02_grassroots_coverage
version: 1
name: { zh: 街道(乡镇)社区(村)服务网点覆盖率, en: Grass-roots service point coverage }
definition:
  zh: 设有公共就业服务网点或在其服务范围内的社区（村）占全部社区（村）的比重
  en: Communities and villages served by an open service site, as a share of all
formula_text: 覆盖率 = 期末有在用网点服务的社区（村）数 ÷ 社区（村）总数 × 100%
clauses: [S1.1]
basis: 本产品自拟（人社部函〔2022〕133号 五（一）：服务网点覆盖城乡、布局合理）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter, Year]
parts: { served: StockAtEnd, communities: StockAtEnd }
numerator: served
denominator: communities
dimensions: [community_kind]
needed: [communities]
empty_note: 没有社区（村）名录
members:
  community_kind:
    "1": { zh: 社区, en: Community }
    "2": { zh: 行政村, en: Village }
caveats:
  zh: 一个网点可服务多个社区，一个社区有多个网点的只计一次；按社区所在区县统计，撤销当月不计
  en: A community with several sites counts once; counted in the community's district
---*/
SELECT origin,
       area_code,
       month,
       community_kind,
       served,
       communities
FROM mart.community
