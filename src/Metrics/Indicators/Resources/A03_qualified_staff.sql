/*---
id: A03_qualified_staff
version: 1
name: { zh: 服务人员持证(专业化)率, en: Qualified service staff }
definition:
  zh: 在岗公共就业服务人员中持有效职业指导、就业服务、劳动关系协调、创业指导证书的比重
  en: Staff on duty with a valid certificate, as a share of all
formula_text: 持证率 = 期末持有效证书的在岗服务人员数 ÷ 期末在岗服务人员数 × 100%
clauses: [S1.4]
basis: 本产品自拟（人社部函〔2022〕133号 五（一）：结构合理、素质优良）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Quarter, Year]
parts: { certified: StockAtEnd, staff: StockAtEnd }
numerator: certified
denominator: staff
dimensions: [certificate_kind]
totals: [staff]
needed: [staff]
empty_note: 没有在岗服务人员
members:
  certificate_kind:
    "1": { zh: 职业指导员, en: Career counsellor }
    "2": { zh: 公共就业服务专业人员, en: Employment service professional }
    "3": { zh: 劳动关系协调师, en: Labour relations coordinator }
    "4": { zh: 创业指导师, en: Start-up adviser }
caveats:
  zh: 按人头计，不折算；分证书类别的分母均为全部在岗人员。证书到期当月仍有效
  en: Heads, not full-time equivalents. Kinds of certificate are shares of all staff. A certificate is valid through the month in which it ends
---*/
SELECT origin,
       area_code,
       month,
       certificate_kind,
       certified,
       staff
FROM mart.service_staff
