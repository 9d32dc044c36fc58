/*---
id: D09_occupation_coding_accuracy
version: 1
name: { zh: 职业编码归类准确率, en: Occupation coding accuracy }
definition:
  zh: 岗位职业编码与复核样本在大类上一致的比重及置信区间；另列中类、小类
  en: Postings of the reviewed sample whose coded and reviewed occupation agree as far as the major group, with an interval; beside it sub-major and minor groups
formula_text: 准确率 = 大类一致的复核样本数 ÷ 复核样本数 × 100%
clauses: [S4.3, S4.5]
basis: 中华人民共和国职业分类大典（2022年版）；比率为本产品自拟
status: Construct
unit: "%"
decimals: 2
better: Higher
formula: Share
scale: 100
frequencies: [Quarter, Year]
parts: { major_agrees: Flow, sub_major_agrees: Flow, minor_agrees: Flow, reviewed_rows: Flow }
numerator: major_agrees
denominator: reviewed_rows
empty_note: 本期没有复核样本
variants:
  - id: sub_major
    name: { zh: 职业中类归类准确率, en: Accuracy at sub-major groups }
    numerator: sub_major_agrees
  - id: minor
    name: { zh: 职业小类归类准确率, en: Accuracy at minor groups }
    numerator: minor_agrees
caveats:
  zh: 样本须随机抽取，区间为Wilson 95%区间。编码只到大类的，中类、小类按其原样比较
  en: The sample must be random; Wilson 95 per cent interval. Codes given only as far as a major group are compared as they are
---*/
SELECT origin,
       area_code,
       month,
       major_agrees,
       sub_major_agrees,
       minor_agrees,
       reviewed_rows
FROM mart.occupation_review
