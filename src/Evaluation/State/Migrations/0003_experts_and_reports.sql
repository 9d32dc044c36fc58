-- Experts see and score the cities they are assigned to; cities state their own figures before the freeze.
CREATE TABLE assignment (
    round_id TEXT NOT NULL,
    city_code INTEGER NOT NULL,
    expert TEXT NOT NULL,
    PRIMARY KEY (round_id, city_code, expert),
    FOREIGN KEY (round_id, city_code) REFERENCES round_city (round_id, city_code)
);

CREATE TABLE report (
    round_id TEXT NOT NULL,
    city_code INTEGER NOT NULL,
    item TEXT NOT NULL,
    reported TEXT NOT NULL,
    author TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (round_id, city_code, item),
    FOREIGN KEY (round_id, city_code) REFERENCES round_city (round_id, city_code)
);

ALTER TABLE evidence ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
