/*---
mart: evidence_paper
describes: Published experiences, each once per city and calendar year; clauses of the standard, and those backed by a paper of the year, each once per city and year.
sources: { evidence_paper: 佐证材料 }
dimensions: { month: INTEGER }
measures: [experiences, clauses, backed_clauses]
conditions:
  paper_kind = '4': { zh: 不是经验做法, en: Not an experience }
  "(paper_level IN ('1', '2') OR adopted_elsewhere)": { zh: 不是国家或省级印发，也未被其他城市采用, en: Neither published by the nation or a province nor adopted elsewhere }
  experience_id IS NOT NULL: { zh: 没有经验编号, en: No number of the experience }
  row_number() OVER (PARTITION BY city_code, experience_id, EXTRACT(YEAR FROM dated_on) ORDER BY dated_on, business_key) = 1: { zh: 同一经验本年度已计过一次, en: The experience was counted once that year }
---*/
SELECT origin,
       district_code AS area_code,
       dated_month AS month,
       1 AS experiences,
       0 AS clauses,
       0 AS backed_clauses
FROM input.evidence_paper
WHERE paper_kind = '4'
  AND (paper_level IN ('1', '2') OR adopted_elsewhere)
  AND experience_id IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY city_code, experience_id, EXTRACT(YEAR FROM dated_on) ORDER BY dated_on, business_key) = 1
UNION ALL
-- Dated within the year and still valid on its last day.
SELECT origin,
       city_code AS area_code,
       dated_month AS month,
       0 AS experiences,
       0 AS clauses,
       1 AS backed_clauses
FROM input.evidence_paper
WHERE valid_to IS NULL
   OR EXTRACT(YEAR FROM valid_to) * 10000 + EXTRACT(MONTH FROM valid_to) * 100 + EXTRACT(DAY FROM valid_to) >= EXTRACT(YEAR FROM dated_on) * 10000 + 1231
QUALIFY row_number() OVER (PARTITION BY city_code, clause, EXTRACT(YEAR FROM dated_on) ORDER BY dated_on, business_key) = 1
UNION ALL
-- The sentences of the five standards: S1.1-1.6, S2.1-2.6, S3.1-3.4, S4.1-4.5, S5.1-5.5.
SELECT CAST(0 AS BIGINT) AS origin,
       city.city_code AS area_code,
       0 AS month,
       0 AS experiences,
       26 AS clauses,
       0 AS backed_clauses
FROM place.city AS city
-- A municipality whose districts take part does not take part a second time as a whole.
JOIN covered.evidence_paper AS covered ON covered.city_code = city.city_code
