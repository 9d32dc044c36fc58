-- What a reader of the file needs beside the figure itself: names, unit, release and, for generated data, the mark.
-- Confidential figures are in it only when $whole is asked for.
CREATE TEMP TABLE export AS
SELECT observation.indicator,
       json_extract_string(indicator.header_json, '$.name.zh') AS indicator_name,
       observation.variant,
       observation.area_code,
       area.name                                               AS area_name,
       observation.frequency,
       observation.period,
       observation.breakdown,
       observation.member,
       CASE WHEN shown THEN observation.numerator END AS numerator,
       CASE WHEN shown THEN observation.denominator END AS denominator,
       CASE WHEN shown THEN observation.value END AS value,
       json_extract_string(indicator.header_json, '$.unit')    AS unit,
       CASE WHEN shown THEN observation.low END AS low,
       CASE WHEN shown THEN observation.high END AS high,
       CASE WHEN shown THEN observation.status ELSE 'Suppressed' END AS status,
       CASE WHEN shown THEN observation.note END AS note,
       observation.held_back IS NOT NULL AS confidential,
       observation.definition_version,
       observation.known_from,
       $release                                                AS release,
       $mark                                                   AS mark
FROM (SELECT *, held_back IS NULL OR $whole AS shown FROM released) AS observation
JOIN indicator ON indicator.code = observation.indicator
LEFT JOIN area USING (area_code)
WHERE observation.known_to IS NULL
  AND ($indicators = '' OR list_contains(string_split($indicators, ','), observation.indicator))
ORDER BY observation.indicator, observation.variant, observation.area_code, observation.frequency, observation.last_month,
         observation.breakdown, observation.member
