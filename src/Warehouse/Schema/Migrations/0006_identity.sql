-- Which keys made the pseudonyms of persons that are stored: a fingerprint, from which neither key nor person can be found.
CREATE TABLE ops.identity (
    fingerprint VARCHAR NOT NULL,
    since       TIMESTAMP NOT NULL  -- UTC
);
