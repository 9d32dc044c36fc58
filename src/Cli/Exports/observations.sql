-- What a reader of the file needs beside the figure itself: names, unit, release and, for generated data, the mark.
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
       observation.numerator,
       observation.denominator,
       observation.value,
       json_extract_string(indicator.header_json, '$.unit')    AS unit,
       observation.low,
       observation.high,
       observation.status,
       observation.note,
       observation.definition_version,
       observation.known_from,
       $release                                                AS release,
       $mark                                                   AS mark
FROM observation
JOIN indicator ON indicator.code = observation.indicator
LEFT JOIN area USING (area_code)
WHERE observation.known_to IS NULL
  AND ($indicators = '' OR list_contains(string_split($indicators, ','), observation.indicator))
ORDER BY observation.indicator, observation.variant, observation.area_code, observation.frequency, observation.last_month,
         observation.breakdown, observation.member
