-- Parts are compared where the truth states them; value, interval and status always.
SELECT truth.indicator, truth.variant, truth.area_code, truth.period, truth.breakdown, truth.member,
       concat_ws(' ', truth.status, truth.value, truth.low, truth.high, 'parts', truth.numerator, truth.denominator)                     AS expected,
       CASE WHEN observation.indicator IS NULL THEN 'no figure'
            ELSE concat_ws(' ', lower(observation.status), observation.value, observation.low, observation.high, 'parts',
                           observation.numerator, observation.denominator) END                                                           AS found
FROM truth
LEFT JOIN observation
       ON observation.indicator = truth.indicator
      AND observation.variant = truth.variant
      AND observation.area_code = truth.area_code
      AND observation.period = truth.period
      AND observation.breakdown = truth.breakdown
      AND observation.member = truth.member
      AND observation.known_to IS NULL
WHERE observation.indicator IS NULL
   OR lower(observation.status) <> truth.status
   OR observation.value IS DISTINCT FROM truth.value
   OR observation.low IS DISTINCT FROM truth.low
   OR observation.high IS DISTINCT FROM truth.high
   OR (truth.numerator IS NOT NULL AND observation.numerator IS DISTINCT FROM truth.numerator)
   OR (truth.denominator IS NOT NULL AND observation.denominator IS DISTINCT FROM truth.denominator)
ORDER BY ALL
