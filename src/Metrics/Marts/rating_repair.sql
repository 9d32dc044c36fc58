/*---
mart: rating_repair
describes: Bad ratings that users gave, followed long enough, and those put right and followed up within the working days allowed.
sources: { service_rating: 好差评, workday_calendar: 工作日历 }
registers: [workday_calendar]
dimensions: { month: INTEGER }
measures: [followed, repaired]
conditions:
  rating.origin_kind = '1': { zh: 不是用户自主评价, en: Not rated by the user }
  rating.level IN ('1', '2'): { zh: 不是差评, en: Not a bad rating }
---*/
WITH bad AS (
    SELECT rating.origin,
           rating.district_code,
           rating.rated_month,
           rating.fixed_at,
           rating.followed_up,
           rated_day.number + allowed.value AS due_number
    FROM input.service_rating AS rating
    JOIN calendar.workday AS rated_day ON rated_day.day = CAST(rating.rated_at AS DATE)
    JOIN covered.service_rating AS followed ON followed.city_code = rating.city_code
    JOIN calendar.workday AS last_day ON last_day.day = followed.last_day
    JOIN param.bad_rating_workdays AS allowed ON allowed.month = rating.rated_month
    WHERE rating.origin_kind = '1'
      AND rating.level IN ('1', '2')
      AND rated_day.number + allowed.value <= last_day.number
)
SELECT origin,
       district_code AS area_code,
       rated_month AS month,
       1 AS followed,
       0 AS repaired
FROM bad
UNION ALL
SELECT bad.origin,
       bad.district_code AS area_code,
       bad.rated_month AS month,
       0 AS followed,
       1 AS repaired
FROM bad
JOIN calendar.workday AS fixed_day ON fixed_day.day = CAST(bad.fixed_at AS DATE)
WHERE bad.followed_up
  AND fixed_day.number <= bad.due_number
