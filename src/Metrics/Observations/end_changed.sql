UPDATE obs.observation
SET known_to = $now
WHERE rowid IN (
    SELECT held.rowid
    FROM obs.observation AS held
    LEFT JOIN computed
      ON computed.indicator = held.indicator
     AND computed.variant = held.variant
     AND computed.area_code = held.area_code
     AND computed.period = held.period
     AND computed.breakdown = held.breakdown
     AND computed.member = held.member
    WHERE held.known_to IS NULL
      AND held.area_code IN (SELECT area_code FROM computed_area)
      AND held.indicator IN (SELECT indicator FROM computed_indicator)
      AND (computed.indicator IS NULL
           OR computed.numerator IS DISTINCT FROM held.numerator
           OR computed.denominator IS DISTINCT FROM held.denominator
           OR computed.value IS DISTINCT FROM held.value
           OR computed.low IS DISTINCT FROM held.low
           OR computed.high IS DISTINCT FROM held.high
           OR computed.status <> held.status
           OR computed.note IS DISTINCT FROM held.note
           OR computed.definition_version <> held.definition_version)
)
