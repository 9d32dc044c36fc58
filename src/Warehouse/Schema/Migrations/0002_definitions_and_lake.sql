-- The definitions with which the current figures were computed; another one means that everything is computed again.
CREATE TABLE ops.definition (
    kind VARCHAR NOT NULL,       -- mart | indicator | parameter | source
    name VARCHAR NOT NULL,
    hash VARCHAR NOT NULL
);

-- Sources and cities whose rows changed since a release was published.
CREATE TABLE ops.unpublished (
    source    VARCHAR NOT NULL,
    city_code INTEGER NOT NULL
);

-- The Parquet file that holds the current rows of a source and city, as of the last release.
CREATE TABLE ops.lake_file (
    source    VARCHAR NOT NULL,
    city_code INTEGER NOT NULL,
    path      VARCHAR NOT NULL,  -- relative to the lake folder
    rows      BIGINT NOT NULL,
    sha256    VARCHAR NOT NULL
);
