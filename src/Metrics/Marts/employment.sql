/*---
mart: employment
describes: Persons who newly took urban work, each once per city and calendar year, and urban persons lost through natural attrition.
sources: { employment_registration: 就业登记, natural_attrition: 自然减员 }
dimensions: { month: INTEGER, report_month: INTEGER, sex: VARCHAR, education: VARCHAR, employment_form: VARCHAR, sector: VARCHAR, prior_status: VARCHAR }
measures: [new_employment, attrition]
conditions:
  valid: { zh: 记录无效, en: Not valid }
  urban: { zh: 不属城镇就业, en: Not urban }
  employment_form IN ('1', '2', '3', '4'): { zh: 就业形式不在统计之列, en: A form of employment that does not count }
  prior_status <> '4': { zh: 由其他单位转来, en: Moved from another unit }
  is_renewal IS NOT TRUE: { zh: 合同续签, en: A renewed contract }
  person_key IS NOT NULL: { zh: 没有可核对的身份证号, en: No identity number that can be matched }
  row_number() OVER (PARTITION BY city_code, person_key, EXTRACT(YEAR FROM started_on) ORDER BY started_on, business_key) = 1: { zh: 同一人本年度已计过一次, en: The person was counted once that year }
---*/
-- 劳社部发〔2004〕9号: who moved from another unit (prior status 4) is not newly employed; neither is a renewed contract.
-- A person counts once a year, at the first place and time; the next calendar year counts anew.
-- The ministry's report month ends on the 20th: what comes after counts in the next one.
SELECT origin,
       district_code AS area_code,
       started_month AS month,
       CAST(started_month + CASE WHEN EXTRACT(DAY FROM started_on) > 20 THEN 1 ELSE 0 END AS INTEGER) AS report_month,
       sex,
       education,
       employment_form,
       sector,
       prior_status,
       1 AS new_employment,
       0 AS attrition
FROM input.employment_registration
WHERE valid
  AND urban
  AND employment_form IN ('1', '2', '3', '4')
  AND prior_status <> '4'
  AND is_renewal IS NOT TRUE
  AND person_key IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY city_code, person_key, EXTRACT(YEAR FROM started_on) ORDER BY started_on, business_key) = 1
UNION ALL
SELECT origin,
       district_code AS area_code,
       occurred_month AS month,
       CAST(occurred_month + CASE WHEN EXTRACT(DAY FROM occurred_on) > 20 THEN 1 ELSE 0 END AS INTEGER) AS report_month,
       NULL AS sex,
       NULL AS education,
       NULL AS employment_form,
       NULL AS sector,
       NULL AS prior_status,
       0 AS new_employment,
       1 AS attrition
FROM input.natural_attrition
WHERE urban
