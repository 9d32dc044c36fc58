-- An area keeps its kind; what the file says of its name, level and parent replaces what was known.
CREATE OR REPLACE TEMP TABLE new_area AS
SELECT CAST(area.area_code AS INTEGER) AS area_code,
       area.name,
       area.level,
       CAST(area.parent_code AS INTEGER) AS parent_code,
       coalesce(known.kind, area.level) AS kind,
       file.synthetic
FROM stg.area
JOIN ops.load AS file ON file.load_id = area.load_id
LEFT JOIN ref.area AS known ON known.area_code = area.area_code
WHERE area.superseded_by IS NULL AND area.load_id >= $first_load;
DELETE FROM ref.area WHERE area_code IN (SELECT area_code FROM new_area);
INSERT INTO ref.area SELECT * FROM new_area;
