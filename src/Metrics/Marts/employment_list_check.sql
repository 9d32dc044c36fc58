/*---
mart: employment_list_check
describes: The list of new employment before the once-a-year rule, and its rows that repeat a person or contradict another register.
sources: { employment_registration: 就业登记, unemployment_registration: 失业登记, natural_attrition: 自然减员 }
dimensions: { month: INTEGER }
measures: [listed, contradictory]
conditions:
  valid: { zh: 记录无效, en: Not valid }
  urban: { zh: 不属城镇就业, en: Not urban }
  employment_form IN ('1', '2', '3', '4'): { zh: 就业形式不在统计之列, en: A form of employment that does not count }
  prior_status <> '4': { zh: 由其他单位转来, en: Moved from another unit }
  is_renewal IS NOT TRUE: { zh: 合同续签, en: A renewed contract }
  person_key IS NOT NULL: { zh: 没有可核对的身份证号, en: No identity number that can be matched }
---*/
WITH list AS (
    SELECT origin,
           city_code,
           district_code,
           person_key,
           started_on,
           started_month,
           row_number() OVER (PARTITION BY city_code, person_key, EXTRACT(YEAR FROM started_on) ORDER BY started_on, business_key) AS place
    FROM input.employment_registration
    WHERE valid
      AND urban
      AND employment_form IN ('1', '2', '3', '4')
      AND prior_status <> '4'
      AND is_renewal IS NOT TRUE
      AND person_key IS NOT NULL
),
contradicted AS (
    SELECT list.origin
    FROM list
    JOIN input.unemployment_registration AS spell ON spell.city_code = list.city_code AND spell.person_key = list.person_key
    JOIN param.contradiction_days AS overlap ON overlap.month = list.started_month
    WHERE spell.valid
      AND spell.registration_kind = '1'
      AND spell.registered_on < list.started_on
      AND (spell.ended_on IS NULL OR spell.ended_on > list.started_on + overlap.value)
    UNION ALL
    SELECT list.origin
    FROM list
    JOIN input.natural_attrition AS gone ON gone.city_code = list.city_code AND gone.person_key = list.person_key
    WHERE gone.occurred_on < list.started_on
)
SELECT origin,
       district_code AS area_code,
       started_month AS month,
       1 AS listed,
       CASE WHEN place > 1 OR origin IN (SELECT origin FROM contradicted) THEN 1 ELSE 0 END AS contradictory
FROM list
