-- Everything is read as text first: a figure must not pass through a guessed type on its way to the comparison.
CREATE TEMP TABLE truth AS
SELECT indicator,
       coalesce(variant, '')          AS variant,
       area_code::INTEGER             AS area_code,
       period,
       coalesce(breakdown, '')        AS breakdown,
       coalesce(member, '')           AS member,
       nullif(numerator, '')::HUGEINT   AS numerator,
       nullif(denominator, '')::HUGEINT AS denominator,
       nullif(value, '')::DECIMAL(28, 6) AS value,
       nullif(low, '')::DECIMAL(28, 6)   AS low,
       nullif(high, '')::DECIMAL(28, 6)  AS high,
       status
FROM read_csv($file, header = true, all_varchar = true, auto_detect = false, delim = ',', quote = '"', columns = {
    'indicator': 'VARCHAR', 'variant': 'VARCHAR', 'area_code': 'VARCHAR', 'period': 'VARCHAR', 'breakdown': 'VARCHAR', 'member': 'VARCHAR',
    'numerator': 'VARCHAR', 'denominator': 'VARCHAR', 'value': 'VARCHAR', 'low': 'VARCHAR', 'high': 'VARCHAR', 'status': 'VARCHAR'})
