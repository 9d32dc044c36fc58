/*---
id: P05_sampled_records_confirmed
version: 1
name: { zh: 抽查核实率, en: Verification of sampled records }
definition:
  zh: 随机抽取并联系上的记录中经电话、实地或比对核实属实的比重及置信区间；另列联系上率
  en: Records drawn at random and reached that proved true, with an interval; beside it the share reached
formula_text: 核实率 = 属实数 ÷ 联系上数 × 100%（Wilson 95%区间）
clauses: [六（三）]
basis: 人社部函〔2022〕133号 六（三）；抽查方法为地方评估通行做法
status: OfficialLocal
unit: "%"
decimals: 2
better: Higher
formula: Share
scale: 100
frequencies: [Quarter, Year]
parts: { confirmed: Flow, reached: Flow, sampled: Flow }
numerator: confirmed
denominator: reached
dimensions: [indicator, method]
empty_note: 本期没有联系上的抽查记录
members:
  indicator:
    A01: { zh: 每万名劳动者公共就业服务人员数, en: "Public employment service staff per 10,000 labour force" }
    A02: { zh: 街道(乡镇)社区(村)服务网点覆盖率, en: Grass-roots service point coverage }
    A03: { zh: 服务人员持证(专业化)率, en: Qualified service staff rate }
    A04: { zh: 规范化零工市场县区覆盖率, en: Districts with a standard gig-work market }
    A05: { zh: 零工对接成功率, en: Gig-work match rate }
    A06: { zh: 劳均公共就业服务经费, en: Public employment service spend per labour-force member }
    A07: { zh: 就业补助资金执行率, en: Employment subsidy fund execution rate }
    A08: { zh: 服务网点设施设备达标率, en: Service sites meeting the equipment list }
    A09: { zh: 政府购买就业服务占比与承接主体数, en: "Purchased employment services, share and number of providers" }
    B01: { zh: 失业登记后首次服务及时率, en: First service within N days of unemployment registration }
    B02: { zh: 就业登记及时率, en: Employment registration timeliness }
    B03: { zh: 重点群体实名制服务率, en: Named-list service rate for key groups }
    B04: { zh: 就业困难人员认定后就业及时率, en: Timely employment of hardship persons }
    B05: { zh: 零就业家庭动态清零率, en: Zero-job households cleared }
    B06: { zh: 培训后就业率, en: Employment rate after training }
    B07: { zh: 培训合格率, en: Training pass rate }
    B08: { zh: 招聘信息要素完整率, en: Posting completeness }
    B09: { zh: 歧视性招聘要求检出率, en: Discriminatory requirement rate }
    B10: { zh: 失效与疑似虚假岗位率, en: Stale or suspect posting rate }
    B11: { zh: 违规招聘处置按期办结率, en: Handling of posting violations on time }
    C01: { zh: 服务事项清单公布率, en: Published service list coverage }
    C02: { zh: 按时办结率, en: On-time completion }
    C03: { zh: 办理时长中位数与90分位, en: "Handling time, median and 90th percentile" }
    C04: { zh: 事项网上可办率, en: Items available online }
    C05: { zh: 全程网办率(办件口径), en: Cases done fully online }
    C06: { zh: 主动评价率, en: Rating response rate }
    C07: { zh: 好评率(基本满意及以上), en: Positive rating share }
    C08: { zh: 差评按期整改率, en: Bad ratings put right on time }
    C09: { zh: 首问负责转办及时率, en: First-contact hand-over on time }
    D01: { zh: 核心业务全程信息化率, en: Core business fully in system }
    D02: { zh: 岗位信息归集率, en: Posting collection rate }
    D03: { zh: 业务数据上报及时率, en: Reports on time }
    D04: { zh: 关键字段完整率, en: Key field completeness }
    D05: { zh: 标识校验合格率, en: Identifier validity }
    D06: { zh: 就业登记与社保参保比对一致率, en: Employment registration matches social insurance }
    D07: { zh: 重复与矛盾登记率, en: Duplicate or contradictory registrations }
    D08: { zh: 市场供求信息按期发布率, en: Supply-demand releases on time }
    D09: { zh: 职业编码归类准确率, en: Occupation coding accuracy }
    D10: { zh: 政策一体化办理率, en: Policy cases handled end to end in one system }
    E01: { zh: 城镇新增就业人数, en: Urban new employment (net of natural attrition) }
    E02: { zh: 城镇新增就业任务完成率, en: Completion of the urban new employment target }
    E03: { zh: 城镇失业人员再就业人数及完成率, en: Re-employed urban unemployed }
    E04: { zh: 就业困难人员就业人数及完成率, en: Hardship persons employed }
    E05: { zh: 城镇登记失业率, en: Registered urban unemployment rate }
    E06: { zh: 城镇调查失业率, en: Surveyed urban unemployment rate }
    E07: { zh: 求人倍率(总量), en: Vacancy to job-seeker ratio }
    E08: { zh: 分组求人倍率, en: Grouped vacancy to job-seeker ratio }
    E09: { zh: 紧缺与富余职业前十, en: Top-ten shortage and surplus occupations }
    E10: { zh: 供求结构匹配度, en: Structural match of demand and supply }
    E11: { zh: 职业错配指数, en: Occupational mismatch index }
    E12: { zh: 供需匹配率, en: Supply-demand match rate }
    E13: { zh: 岗位填补率与填补时长, en: Vacancy fill rate and time to fill }
    E14: { zh: 求职登记就业率(职业介绍成功率), en: Placement rate of job seekers }
    E15: { zh: 长期失业占比与失业时长, en: Long-term share and duration of unemployment }
    E16: { zh: 就业稳定率(6个月), en: Six-month retention }
    E17: { zh: 离校未就业毕业生帮扶就业率, en: Employment of assisted graduates }
    E18: { zh: 脱贫人口务工规模完成率, en: Migrant work of people lifted out of poverty }
    E19: { zh: 创业带动就业倍数, en: Jobs per start-up }
    E20: { zh: 创业担保贷款发放与逾期率, en: "Start-up guaranteed loans, amount and overdue rate" }
    E21: { zh: 服务对象综合满意度, en: Overall satisfaction (survey) }
    E22: { zh: 就业形势平稳度, en: Stability of the employment situation }
    E23: { zh: 可复制推广典型经验数, en: Experiences published for others to copy }
  method:
    "1": { zh: 电话, en: Telephone }
    "2": { zh: 实地, en: On site }
    "3": { zh: 数据比对, en: Data match }
variants:
  - id: reach
    name: { zh: 抽查联系上率, en: Share reached }
    numerator: reached
    denominator: sampled
caveats:
  zh: 联系不上不等于属实，另列。样本很小：15个全部属实也只能说明不低于79.6%
  en: "Not reached is not confirmed. Samples are small: 15 of 15 only proves at least 79.6 per cent"
---*/
SELECT origin,
       area_code,
       month,
       indicator,
       method,
       confirmed,
       reached,
       sampled
FROM mart.field_check
