-- A release file's tables, filled from the warehouse; what the process alone knows (release, indicator, mart, lake) is inserted by it.
CREATE TABLE release_build.release (
    number           INTEGER NOT NULL,
    id               VARCHAR NOT NULL,
    published_at     TIMESTAMP NOT NULL,  -- UTC
    synthetic        BOOLEAN NOT NULL,
    definitions_hash VARCHAR NOT NULL,
    inputs_hash      VARCHAR NOT NULL
);

CREATE TABLE release_build.indicator (
    code        VARCHAR NOT NULL,
    version     INTEGER NOT NULL,
    hash        VARCHAR NOT NULL,
    path        VARCHAR NOT NULL,
    header_json VARCHAR NOT NULL,
    sql         VARCHAR NOT NULL
);

CREATE TABLE release_build.mart (
    name        VARCHAR NOT NULL,
    hash        VARCHAR NOT NULL,
    path        VARCHAR NOT NULL,
    header_json VARCHAR NOT NULL,
    sql         VARCHAR NOT NULL
);

CREATE TABLE release_build.parameter (
    parameter      VARCHAR NOT NULL,
    area_code      INTEGER,               -- null = holds for all areas
    value          INTEGER NOT NULL,
    first_month    INTEGER NOT NULL,
    next_month     INTEGER NOT NULL       -- the month in which the next value takes its place
);

CREATE TABLE release_build.lake (
    source    VARCHAR NOT NULL,
    city_code INTEGER NOT NULL,
    path      VARCHAR NOT NULL,           -- relative to the lake folder
    rows      BIGINT NOT NULL,
    sha256    VARCHAR NOT NULL
);

-- held_back: why a figure is not for every reader (Small, Complementary); null = free. Earlier answers are looked up by IN, which stays a hash join
-- also where there are none; a join of their own would go through both tables pair by pair.
CREATE TABLE release_build.observation AS
SELECT observation.*,
       coalesce(held_back.because,
                CASE WHEN known_to IS NOT NULL
                      AND (indicator, variant, area_code, last_month // 12) IN (SELECT (indicator, variant, area_code, year) FROM held_back_year)
                     THEN 'Complementary' END) AS held_back
FROM obs.observation
LEFT JOIN held_back USING (indicator, variant, area_code, period, breakdown, member)
ORDER BY observation.indicator, observation.area_code, observation.variant, observation.breakdown, observation.member, frequency, last_month, known_from;

-- Since when readers could be given what was computed at a moment: filled when the file is otherwise complete.
CREATE TABLE release_build.moment (
    computed_at     TIMESTAMP NOT NULL, -- UTC, as known_from and known_to of observations
    answerable_from TIMESTAMP NOT NULL  -- UTC, publication of the first release that holds it
);

CREATE TABLE release_build.input AS
SELECT load_id, source, file_name, sha256, loaded_at, synthetic, rows_read, rows_accepted, rows_rejected, rows_superseded
FROM ops.load
ORDER BY load_id;

CREATE TABLE release_build.rejection AS
SELECT *
FROM ops.rejection
ORDER BY load_id, line, column_name, rule;

CREATE TABLE release_build.rejection_summary AS
SELECT load_id, source, rule, column_name, severity, count(*) AS rows
FROM ops.rejection
JOIN ops.load USING (load_id)
GROUP BY ALL
ORDER BY load_id, rule, column_name, severity;

CREATE TABLE release_build.coverage AS
SELECT source, city_code, min(first_month) AS first_month, max(last_month) AS last_month
FROM ops.coverage
GROUP BY ALL
ORDER BY source, city_code;

-- Whose rows a load holds, and of which months.
CREATE TABLE release_build.load_coverage AS
SELECT load_id, city_code, min(first_month) AS first_month, max(last_month) AS last_month
FROM ops.coverage
GROUP BY ALL
ORDER BY load_id, city_code;

-- The nation, all provinces, the cities that send records, and their districts.
CREATE TABLE release_build.area AS
SELECT area_code, name, level, parent_code, kind, synthetic
FROM ref.area
WHERE level IN ('nation', 'province')
   OR area_code IN (SELECT city_code FROM ops.coverage)
   OR level = 'district' AND parent_code IN (SELECT city_code FROM ops.coverage)
ORDER BY area_code;

CREATE TABLE release_build.target (
    indicator VARCHAR NOT NULL,
    area_code INTEGER NOT NULL,
    year      INTEGER NOT NULL,
    target    DECIMAL(28, 6) NOT NULL,
    baseline  DECIMAL(28, 6)
);
