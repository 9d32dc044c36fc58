/*---
id: R01_demand_by_employer
version: 1
name: { zh: 按用人单位分组的需求人数, en: Openings by kind of employer }
definition:
  zh: 有效需求人数按用人单位所属产业、行业和单位性质分组；只含能对应到用人单位登记信息的岗位
  en: Openings in force by industry and kind of the employer; only postings whose employer is in the register
formula_text: 需求人数 = 上期结转需求 + 本期新增需求
clauses: [S4.5]
basis: 人力资源市场职业供求状况季度分析报告制度 表2、表3、表4
status: Official
unit: 人
decimals: 0
better: None
formula: Count
frequencies: [Quarter]
parts: { openings_carried: StockAtStart, openings_new: Flow }
numerator: openings_carried + openings_new
needed: [openings_new]
dimensions: [industry_of_three, industry, unit_kind]
members:
  industry_of_three:
    "1": { zh: 第一产业, en: Primary }
    "2": { zh: 第二产业, en: Secondary }
    "3": { zh: 第三产业, en: Tertiary }
  industry:
    A: { zh: "农、林、牧、渔业", en: "Agriculture" }
    B: { zh: "采矿业", en: "Mining" }
    C: { zh: "制造业", en: "Manufacturing" }
    D: { zh: "电力、热力、燃气及水生产和供应业", en: "Electricity, heat, gas and water" }
    E: { zh: "建筑业", en: "Construction" }
    F: { zh: "批发和零售业", en: "Wholesale and retail trade" }
    G: { zh: "交通运输、仓储和邮政业", en: "Transport, storage and post" }
    H: { zh: "住宿和餐饮业", en: "Accommodation and catering" }
    I: { zh: "信息传输、软件和信息技术服务业", en: "Information and software" }
    J: { zh: "金融业", en: "Finance" }
    K: { zh: "房地产业", en: "Real estate" }
    L: { zh: "租赁和商务服务业", en: "Leasing and business services" }
    M: { zh: "科学研究和技术服务业", en: "Research and technical services" }
    N: { zh: "水利、环境和公共设施管理业", en: "Water, environment and public facilities" }
    O: { zh: "居民服务、修理和其他服务业", en: "Household, repair and other services" }
    P: { zh: "教育", en: "Education" }
    Q: { zh: "卫生和社会工作", en: "Health and social work" }
    R: { zh: "文化、体育和娱乐业", en: "Culture, sports and entertainment" }
    S: { zh: "公共管理、社会保障和社会组织", en: "Public administration and social organisations" }
    T: { zh: "国际组织", en: "International organisations" }
  unit_kind:
    "1": { zh: 机关、事业单位和社会团体, en: Public bodies }
    "2": { zh: 国有企业, en: State-owned }
    "3": { zh: 民营企业, en: Private }
    "4": { zh: 港澳台商和外商投资企业, en: Foreign-invested }
    "5": { zh: 个体工商户, en: Self-employed }
    "9": { zh: 其他, en: Other }
caveats:
  zh: 行业按用人单位登记的国民经济行业门类或大类名称归并，单位性质按登记的文字归并；对不上的岗位不在分组内，与E07的需求总数之差即为这部分
  en: Industries by the registered name of a section or division of GB/T 4754, kinds by the registered words; postings that match neither are left out, and are the difference to the demand of E07
---*/
SELECT origin,
       area_code,
       month,
       industry_of_three,
       industry,
       unit_kind,
       openings_change AS openings_carried,
       openings_new
FROM mart.openings_by_employer
