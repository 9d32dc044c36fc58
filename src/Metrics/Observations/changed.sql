-- Current figures that are otherwise now, or not there any more (held_row), and the figures that take their place or are new (computed_row).
CREATE OR REPLACE TEMP TABLE changed AS
SELECT held.held_row,
       computed.rowid AS computed_row
FROM (held_figures) AS held
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
   OR computed.definition_version <> held.definition_version
