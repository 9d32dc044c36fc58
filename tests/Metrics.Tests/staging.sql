-- Staging tables as the loader makes them: the columns that every source has, then the contract's.
CREATE TABLE stg.standing (
    load_id INTEGER NOT NULL, line INTEGER NOT NULL, city_code INTEGER, district_code INTEGER, business_key VARCHAR NOT NULL, row_month INTEGER,
    updated_at TIMESTAMP, superseded_by INTEGER, key_cells UTINYINT NOT NULL, key_cells_filled UTINYINT NOT NULL,
    person_ids_checked UTINYINT NOT NULL, person_ids_valid UTINYINT NOT NULL, credit_codes_checked UTINYINT NOT NULL, credit_codes_valid UTINYINT NOT NULL
);

CREATE TABLE stg.job_postings AS SELECT *, NULL::VARCHAR AS posting_id, NULL::VARCHAR AS unit_id, NULL::VARCHAR AS employer_name, NULL::VARCHAR AS credit_code,
    NULL::VARCHAR AS title, NULL::VARCHAR AS description, NULL::VARCHAR AS occupation, NULL::BIGINT AS openings, NULL::VARCHAR AS address, NULL::VARCHAR AS education,
    NULL::DECIMAL(18, 2) AS salary_min, NULL::DECIMAL(18, 2) AS salary_max, NULL::DATE AS published_on, NULL::DATE AS valid_to, NULL::DATE AS closed_on,
    NULL::VARCHAR AS channel, NULL::INTEGER AS published_month, NULL::INTEGER AS ended_month, NULL::UTINYINT AS occupation_major FROM stg.standing LIMIT 0;

CREATE TABLE stg.job_seeking AS SELECT *, NULL::VARCHAR AS registration_id, NULL::BIGINT AS person_key, NULL::VARCHAR AS sex, NULL::DATE AS birth_date,
    NULL::VARCHAR AS education, NULL::VARCHAR AS occupation, NULL::DATE AS registered_on, NULL::DATE AS valid_to, NULL::DATE AS closed_on,
    NULL::INTEGER AS registered_month, NULL::INTEGER AS ended_month, NULL::UTINYINT AS occupation_major FROM stg.standing LIMIT 0;

CREATE TABLE stg.employment_registration AS SELECT *, NULL::VARCHAR AS registration_id, NULL::BIGINT AS person_key, NULL::VARCHAR AS sex, NULL::DATE AS birth_date,
    NULL::VARCHAR AS education, NULL::VARCHAR AS credit_code, NULL::VARCHAR AS employment_form, NULL::BOOLEAN AS urban, NULL::VARCHAR AS prior_status,
    NULL::VARCHAR AS occupation, NULL::VARCHAR AS sector, NULL::DATE AS started_on, NULL::DATE AS registered_on, NULL::DATE AS ended_on, NULL::DATE AS end_registered_on,
    NULL::BOOLEAN AS is_renewal, NULL::DECIMAL(18, 2) AS pay, NULL::BOOLEAN AS valid, NULL::INTEGER AS started_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.unemployment_registration AS SELECT *, NULL::VARCHAR AS registration_id, NULL::BIGINT AS person_key, NULL::VARCHAR AS sex, NULL::DATE AS birth_date,
    NULL::VARCHAR AS education, NULL::VARCHAR AS registration_kind, NULL::BOOLEAN AS urban, NULL::DATE AS lost_on, NULL::DATE AS registered_on, NULL::VARCHAR AS reason,
    NULL::BOOLEAN AS job_will, NULL::DATE AS ended_on, NULL::VARCHAR AS end_reason, NULL::BOOLEAN AS valid, NULL::INTEGER AS registered_month,
    NULL::INTEGER AS ended_month, NULL::INTEGER AS age_at_registration FROM stg.standing LIMIT 0;

CREATE TABLE stg.natural_attrition AS SELECT *, NULL::VARCHAR AS record_id, NULL::BIGINT AS person_key, NULL::VARCHAR AS attrition_kind, NULL::BOOLEAN AS urban,
    NULL::DATE AS occurred_on, NULL::INTEGER AS occurred_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.service_rating AS SELECT *, NULL::VARCHAR AS rating_id, NULL::VARCHAR AS case_no, NULL::VARCHAR AS level, NULL::VARCHAR AS channel, NULL::VARCHAR AS item,
    NULL::VARCHAR AS origin_kind, NULL::TIMESTAMP AS rated_at, NULL::TIMESTAMP AS fixed_at, NULL::BOOLEAN AS followed_up, NULL::INTEGER AS rated_month
    FROM stg.standing LIMIT 0;

CREATE TABLE stg.satisfaction_survey AS SELECT *, NULL::VARCHAR AS response_id, NULL::VARCHAR AS respondent, NULL::DATE AS surveyed_on, NULL::DECIMAL(18, 2) AS weight,
    NULL::BIGINT AS score, NULL::INTEGER AS surveyed_month, NULL::BIGINT AS weight_hundredths FROM stg.standing LIMIT 0;

CREATE TABLE stg.labour_stock AS SELECT *, NULL::INTEGER AS month, NULL::VARCHAR AS area_name, NULL::BIGINT AS urban_employed, NULL::BIGINT AS resident_labour_force
    FROM stg.standing LIMIT 0;

CREATE TABLE stg.target_plan AS SELECT *, NULL::BIGINT AS year, NULL::VARCHAR AS indicator, NULL::DECIMAL(18, 2) AS target, NULL::DECIMAL(18, 2) AS baseline,
    NULL::BIGINT AS target_hundredths FROM stg.standing LIMIT 0;

DROP TABLE stg.standing;
