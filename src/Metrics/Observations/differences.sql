-- What a fresh computation gives otherwise, gives not at all, or gives beside the current figures, in words.
SELECT concat_ws(
           ':', coalesce(held.indicator, computed.indicator), coalesce(held.variant, computed.variant), coalesce(held.area_code, computed.area_code),
           coalesce(held.period, computed.period), coalesce(held.breakdown, computed.breakdown), coalesce(held.member, computed.member))
       || ': current ' || coalesce(held.status || ' ' || coalesce(CAST(held.value AS VARCHAR), ''), 'not there')
       || ', computed afresh ' || coalesce(computed.status || ' ' || coalesce(CAST(computed.value AS VARCHAR), ''), 'not there') AS issue
FROM changed
LEFT JOIN obs.observation AS held ON held.rowid = changed.held_row
LEFT JOIN computed ON computed.rowid = changed.computed_row
ORDER BY issue
