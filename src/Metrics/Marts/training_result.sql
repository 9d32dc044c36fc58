/*---
mart: training_result
describes: Trainees who were assessed and who passed.
sources: { training_result: 培训人员 }
dimensions: { month: INTEGER }
measures: [assessed, passed]
conditions:
  assessed: { zh: 未参加考核, en: Not assessed }
---*/
SELECT origin,
       district_code AS area_code,
       ended_month AS month,
       1 AS assessed,
       CASE WHEN result = '1' THEN 1 ELSE 0 END AS passed
FROM input.training_result
WHERE assessed
