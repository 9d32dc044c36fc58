-- Runs after the changed ones have ended: what is still current is as computed.
INSERT INTO obs.observation BY NAME
SELECT computed.*,
       $now AS known_from
FROM computed
WHERE NOT EXISTS (
    SELECT 1
    FROM obs.observation AS held
    WHERE held.known_to IS NULL
      AND held.indicator = computed.indicator
      AND held.variant = computed.variant
      AND held.area_code = computed.area_code
      AND held.period = computed.period
      AND held.breakdown = computed.breakdown
      AND held.member = computed.member
)
