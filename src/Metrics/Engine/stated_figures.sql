-- Figures that other indicators take up: totals with a value, in millionths so that they are compared as whole numbers.
SELECT observation.indicator,
       observation.area_code,
       observation.frequency,
       observation.period,
       observation.last_month,
       kind.rank,
       CAST(observation.value * 1000000 AS BIGINT) AS value_millionths,
       known.half_unit_millionths,
       known.better,
       known.has_quarters
FROM observation_source AS observation
JOIN (VALUES ('Month', 1), ('Quarter', 2), ('HalfYear', 3), ('YearToDate', 4), ('Year', 5)) AS kind (frequency, rank)
  ON kind.frequency = observation.frequency
JOIN figure.indicator AS known ON known.indicator = observation.indicator
WHERE observation.variant = ''
  AND observation.breakdown = ''
  AND observation.value IS NOT NULL
