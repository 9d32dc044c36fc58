CREATE TEMP VIEW figure AS
SELECT indicator,
       variant,
       area_code,
       period,
       breakdown,
       numerator,
       denominator,
       value
FROM observation
WHERE known_to IS NULL
  AND value IS NOT NULL
