-- Loads that were withdrawn. Their rows stay, with superseded_by = 0, and are no longer current; nothing is deleted.
CREATE TABLE ops.revocation (
    load_id       INTEGER NOT NULL,
    revoked_at    TIMESTAMP NOT NULL, -- UTC
    reason        VARCHAR NOT NULL,
    rows_revoked  BIGINT NOT NULL,    -- rows that were current until then
    rows_restored BIGINT NOT NULL     -- earlier versions that are current again
);
