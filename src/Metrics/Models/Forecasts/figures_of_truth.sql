CREATE TEMP VIEW figure AS
SELECT coalesce(indicator, '') AS indicator,
       coalesce(variant, '') AS variant,
       area_code::INTEGER AS area_code,
       period,
       coalesce(breakdown, '') AS breakdown,
       numerator,
       denominator,
       value
FROM read_csv($file, header = true, all_varchar = true)
WHERE value IS NOT NULL
