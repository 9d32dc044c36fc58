/*---
mart: workload_ratings
describes: Ratings with a score, the sum of scores, and good ones.
sources: { workload_ratings: 评价（基准数据） }
dimensions: { month: INTEGER }
measures: [scored, score, good]
---*/
SELECT origin,
       district_code AS area_code,
       rated_month AS month,
       CASE WHEN score IS NULL THEN 0 ELSE 1 END AS scored,
       coalesce(score, 0) AS score,
       CASE WHEN score >= 4 THEN 1 ELSE 0 END AS good
FROM input.workload_ratings
