-- Current figures that a fresh computation gives otherwise, gives not at all, or gives beside them.
SELECT concat_ws(
           ':', coalesce(held.indicator, computed.indicator), coalesce(held.variant, computed.variant), coalesce(held.area_code, computed.area_code),
           coalesce(held.period, computed.period), coalesce(held.breakdown, computed.breakdown), coalesce(held.member, computed.member))
       || ': current ' || coalesce(held.status || ' ' || coalesce(CAST(held.value AS VARCHAR), ''), 'not there')
       || ', computed afresh ' || coalesce(computed.status || ' ' || coalesce(CAST(computed.value AS VARCHAR), ''), 'not there') AS issue
FROM (SELECT * FROM obs.observation WHERE known_to IS NULL) AS held
FULL JOIN computed
  ON computed.indicator = held.indicator
 AND computed.variant = held.variant
 AND computed.area_code = held.area_code
 AND computed.period = held.period
 AND computed.breakdown = held.breakdown
 AND computed.member = held.member
WHERE computed.indicator IS NULL
   OR held.indicator IS NULL
   OR computed.numerator IS DISTINCT FROM held.numerator
   OR computed.denominator IS DISTINCT FROM held.denominator
   OR computed.value IS DISTINCT FROM held.value
   OR computed.low IS DISTINCT FROM held.low
   OR computed.high IS DISTINCT FROM held.high
   OR computed.status <> held.status
   OR computed.note IS DISTINCT FROM held.note
ORDER BY issue
