/*---
id: E13_vacancy_fill_rate
version: 1
name: { zh: 岗位填补率, en: Vacancy fill rate and time to fill }
definition:
  zh: 报告期内到期或下架岗位的已录用人数占其招聘人数的比重；另列从发布到招满的天数中位数
  en: Hires on postings that ended in the period as a share of their openings; beside it the median days from publication to the last opening filled
formula_text: 岗位填补率 = 到期或下架岗位的录用人数（不超过招聘人数）÷ 其招聘人数 × 100%
clauses: [S5.4]
basis: 本产品自拟（人社部函〔2022〕133号 五（五）：供需对接顺畅）
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Ratio
scale: 100
frequencies: [Month, Quarter, Year]
parts: { filled: Flow, openings: Flow, filled_postings: Flow }
numerator: filled
denominator: openings
persons: { filled: hired_through_referral }
over: days
variants:
  - id: days
    name: { zh: 岗位填补时长（中位数）, en: Median days to fill }
    formula: Quantile
    convention: median
    unit: 天
    decimals: 1
    numerator: filled_postings
caveats:
  zh: 只含平台内推荐录用，平台外录用看不到，真实填补率偏高于此；录用日期晚于岗位结束之月的不计。时长按招满之月统计，早于发布日的按0天计
  en: Hires made outside the platform are unseen, so the true rate is higher. Hires after the month of the end do not count. Days are dated by the month in which the posting was filled
---*/
SELECT origin,
       area_code,
       month,
       days,
       filled,
       openings,
       filled_postings
FROM mart.vacancy_fill
