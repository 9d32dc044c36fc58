/*---
mart: satisfaction_survey
describes: Sampled and answered cases of the survey with the sums that a weighted mean and its interval need; weights in hundredths.
sources: { satisfaction_survey: 满意度调查 }
dimensions: { month: INTEGER, respondent: VARCHAR }
measures: [sampled, answered, weight, weighted_score, weight_squared, weight_squared_score, weight_squared_score_squared]
wide: [weight_squared, weight_squared_score, weight_squared_score_squared]
---*/
-- Who gave no score was sampled but did not answer; such a row carries no weight.
SELECT origin,
       district_code AS area_code,
       surveyed_month AS month,
       respondent,
       1 AS sampled,
       CASE WHEN score IS NULL THEN 0 ELSE 1 END AS answered,
       CASE WHEN score IS NULL THEN 0 ELSE weight_hundredths END AS weight,
       coalesce(weight_hundredths * score, 0) AS weighted_score,
       CASE WHEN score IS NULL THEN 0 ELSE weight_hundredths * weight_hundredths END AS weight_squared,
       coalesce(weight_hundredths * weight_hundredths * score, 0) AS weight_squared_score,
       coalesce(weight_hundredths * weight_hundredths * score * score, 0) AS weight_squared_score_squared
FROM input.satisfaction_survey
