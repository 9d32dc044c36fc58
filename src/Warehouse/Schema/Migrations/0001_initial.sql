CREATE SCHEMA ref;   -- areas
CREATE SCHEMA stg;   -- typed rows, one per source row, every version kept; one table per source
CREATE SCHEMA mart;  -- measures by district, month and breakdown; one table per mart file
CREATE SCHEMA obs;   -- observations with the time from which and until which they were known
CREATE SCHEMA ops;   -- loads, rejections, coverage

CREATE TABLE ref.area (
    area_code   INTEGER NOT NULL,
    name        VARCHAR NOT NULL,
    level       VARCHAR NOT NULL,   -- nation | province | city | district
    parent_code INTEGER,
    kind        VARCHAR NOT NULL,
    synthetic   BOOLEAN NOT NULL
);

CREATE SEQUENCE ops.load_id;

CREATE TABLE ops.load (
    load_id         INTEGER NOT NULL,
    source          VARCHAR NOT NULL,
    file_name       VARCHAR NOT NULL,
    sha256          VARCHAR NOT NULL,
    bytes           BIGINT NOT NULL,
    synthetic       BOOLEAN NOT NULL,
    encoding        VARCHAR NOT NULL,
    format          VARCHAR NOT NULL,   -- csv | xlsx | xls | jsonl | json-stat
    header_version  VARCHAR NOT NULL,
    contract_hash   VARCHAR NOT NULL,
    loaded_at       TIMESTAMP NOT NULL, -- UTC
    rows_read       BIGINT NOT NULL,    -- accepted + rejected
    rows_accepted   BIGINT NOT NULL,
    rows_rejected   BIGINT NOT NULL,
    rows_superseded BIGINT NOT NULL,    -- accepted rows that are not the current version of their key: repeats and older versions
    header_records  BIGINT NOT NULL,
    blank_records   BIGINT NOT NULL,
    note_records    BIGINT NOT NULL
);

-- One row per reason; a rejected row may have several.
CREATE TABLE ops.rejection (
    load_id     INTEGER NOT NULL,
    line        INTEGER NOT NULL,       -- physical line (csv, jsonl) or sheet row (xlsx, xls), from 1
    column_name VARCHAR NOT NULL,
    rule        VARCHAR NOT NULL,
    severity    VARCHAR NOT NULL,       -- rejection | warning (the row is kept)
    found       VARCHAR,                -- masked when the column holds personal data
    expected    VARCHAR NOT NULL,
    message_zh  VARCHAR NOT NULL,
    message_en  VARCHAR NOT NULL,
    remedy_zh   VARCHAR NOT NULL,
    remedy_en   VARCHAR NOT NULL
);

-- A city's source is covered from the first to the last month that any of its files speaks about; outside it there is no data, not zero.
CREATE TABLE ops.coverage (
    load_id     INTEGER NOT NULL,
    source      VARCHAR NOT NULL,
    city_code   INTEGER NOT NULL,
    first_month INTEGER NOT NULL,
    last_month  INTEGER NOT NULL
);

-- Cities whose rows changed since their figures were last computed.
CREATE TABLE ops.touched (
    source    VARCHAR NOT NULL,
    city_code INTEGER NOT NULL
);

CREATE TABLE obs.observation (
    indicator          VARCHAR NOT NULL,       -- catalogue code: E05
    variant            VARCHAR NOT NULL,       -- '' or the view of the indicator: demand, seekers, plain
    area_code          INTEGER NOT NULL,       -- 0 = the nation
    frequency          VARCHAR NOT NULL,       -- Month, Quarter, HalfYear, Year, YearToDate
    period             VARCHAR NOT NULL,
    last_month         INTEGER NOT NULL,
    breakdown          VARCHAR NOT NULL,       -- '' = total, or the dimension
    member             VARCHAR NOT NULL,       -- '' = total, or the dimension's member
    numerator          HUGEINT,                -- sums of whole parts; null when the status is not normal
    denominator        HUGEINT,
    value              DECIMAL(28, 6),         -- rounded half up once, to the indicator's decimals
    low                DECIMAL(28, 6),         -- interval, where the definition has one
    high               DECIMAL(28, 6),
    status             VARCHAR NOT NULL,       -- Normal, Provisional, Estimated, Missing, NotApplicable, Suppressed, Break
    note               VARCHAR,
    definition_version INTEGER NOT NULL,
    definition_hash    VARCHAR NOT NULL,
    known_from         TIMESTAMP NOT NULL,     -- UTC
    known_to           TIMESTAMP               -- null = current
);
