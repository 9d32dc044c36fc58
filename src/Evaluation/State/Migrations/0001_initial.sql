-- Only TEXT, INTEGER and BIGINT, so that one text serves SQLite and PostgreSQL. Days and times are ISO 8601 texts, points are
-- hundredths, yes/no is 1/0.
CREATE TABLE round (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    stage TEXT NOT NULL,
    settings TEXT NOT NULL,
    rule_set TEXT NOT NULL,
    creation_from TEXT,
    frozen_hash TEXT,
    version INTEGER NOT NULL
);

CREATE TABLE frozen_figures (
    round_id TEXT NOT NULL PRIMARY KEY REFERENCES round (id),
    figures TEXT NOT NULL
);

CREATE TABLE round_city (
    round_id TEXT NOT NULL REFERENCES round (id),
    city_code INTEGER NOT NULL,
    province_code INTEGER NOT NULL,
    city_name TEXT NOT NULL,
    standing TEXT NOT NULL,
    form TEXT NOT NULL,
    reason TEXT,
    designated_on TEXT,
    certificate TEXT,
    revoked_on TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (round_id, city_code)
);

CREATE TABLE score (
    round_id TEXT NOT NULL,
    city_code INTEGER NOT NULL,
    item TEXT NOT NULL,
    score_column TEXT NOT NULL,
    entered BIGINT,
    reason TEXT NOT NULL,
    draft INTEGER NOT NULL,
    author TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (round_id, city_code, item, score_column),
    FOREIGN KEY (round_id, city_code) REFERENCES round_city (round_id, city_code)
);

CREATE TABLE evidence (
    round_id TEXT NOT NULL,
    city_code INTEGER NOT NULL,
    item TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    dated_on TEXT NOT NULL,
    valid_to TEXT,
    author TEXT NOT NULL,
    PRIMARY KEY (round_id, city_code, item, sha256),
    FOREIGN KEY (round_id, city_code) REFERENCES round_city (round_id, city_code)
);

CREATE TABLE sample (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL,
    city_code INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    seed TEXT NOT NULL,
    population INTEGER NOT NULL,
    FOREIGN KEY (round_id, city_code) REFERENCES round_city (round_id, city_code)
);

CREATE TABLE sample_check (
    sample_id TEXT NOT NULL REFERENCES sample (id),
    line INTEGER NOT NULL,
    stratum TEXT NOT NULL,
    record TEXT NOT NULL,
    result TEXT NOT NULL,
    note TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (sample_id, line)
);

CREATE TABLE publicity (
    round_id TEXT NOT NULL REFERENCES round (id),
    province_code INTEGER NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    cities TEXT NOT NULL,
    PRIMARY KEY (round_id, province_code)
);

CREATE TABLE objection (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL,
    province_code INTEGER NOT NULL,
    city_code INTEGER NOT NULL,
    received_on TEXT NOT NULL,
    subject TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    result TEXT NOT NULL,
    handling TEXT NOT NULL,
    version INTEGER NOT NULL,
    FOREIGN KEY (round_id, province_code) REFERENCES publicity (round_id, province_code)
);

CREATE TABLE violation (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL,
    city_code INTEGER NOT NULL,
    found_on TEXT NOT NULL,
    description TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    FOREIGN KEY (round_id, city_code) REFERENCES round_city (round_id, city_code)
);

CREATE TABLE proposal (
    round_id TEXT NOT NULL REFERENCES round (id),
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload_hash TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    PRIMARY KEY (round_id, act, subject)
);

CREATE TABLE audit (
    sequence BIGINT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload_hash TEXT NOT NULL,
    previous_hash TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL UNIQUE
);
