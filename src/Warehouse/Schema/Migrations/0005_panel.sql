-- The areas that had figures when they were last computed, and the months about which their cities' sources spoke.
CREATE TABLE ops.panel (
    area_code   INTEGER NOT NULL,
    first_month INTEGER NOT NULL,
    last_month  INTEGER NOT NULL
);
