-- How far each place that is asked for rows (a table of another database, an address) has been read.
CREATE TABLE ops.pull (
    source        VARCHAR NOT NULL,
    place         VARCHAR NOT NULL,   -- table or address, without user and password
    watermark     VARCHAR,            -- greatest value of the column that grows, as read
    etag          VARCHAR,
    last_modified VARCHAR,
    pulled_at     TIMESTAMP NOT NULL  -- UTC
);
