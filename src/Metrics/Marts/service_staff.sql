/*---
mart: service_staff
describes: Changes of the staff on duty in public employment services, in heads and in hundredths of full-time work, and of those with a valid certificate.
sources: { service_staff: 服务人员 }
registers: [service_staff]
dimensions: { month: INTEGER, staff_level: VARCHAR, certificate_kind: VARCHAR }
measures: [full_time_hundredths, staff, certified]
conditions:
  in_public_service: { zh: 不在公共就业服务机构, en: Not in a public service }
---*/
-- On duty from the month of arrival to the month before the one of leaving; a certificate counts through the month in which it ends.
WITH staff AS (
    SELECT origin,
           district_code,
           staff_level,
           certificate_kind,
           full_time_hundredths,
           on_duty_from_month,
           coalesce(on_duty_to_month, 999999) AS end_month,
           greatest(on_duty_from_month, certificate_issued_month) AS certified_month,
           least(coalesce(on_duty_to_month, 999999), coalesce(certificate_valid_to_month + 1, 999999)) AS certified_end_month,
           CASE WHEN certificate_kind IS NOT NULL AND certificate_issued_on IS NOT NULL THEN 1 ELSE 0 END AS has_certificate
    FROM input.service_staff
    WHERE in_public_service
)
SELECT origin,
       district_code AS area_code,
       on_duty_from_month AS month,
       staff_level,
       certificate_kind,
       full_time_hundredths,
       1 AS staff,
       0 AS certified
FROM staff
UNION ALL
SELECT origin,
       district_code AS area_code,
       greatest(end_month, on_duty_from_month) AS month,
       staff_level,
       certificate_kind,
       -full_time_hundredths AS full_time_hundredths,
       -1 AS staff,
       0 AS certified
FROM staff
UNION ALL
SELECT origin,
       district_code AS area_code,
       certified_month AS month,
       staff_level,
       certificate_kind,
       0 AS full_time_hundredths,
       0 AS staff,
       1 AS certified
FROM staff
WHERE has_certificate = 1
  AND certified_end_month > certified_month
UNION ALL
SELECT origin,
       district_code AS area_code,
       certified_end_month AS month,
       staff_level,
       certificate_kind,
       0 AS full_time_hundredths,
       0 AS staff,
       -1 AS certified
FROM staff
WHERE has_certificate = 1
  AND certified_end_month > certified_month
