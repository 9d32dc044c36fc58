-- The further sources, which cases about single rules need; columns as in their contracts.
CREATE TABLE stg.standing (
    load_id INTEGER NOT NULL, line INTEGER NOT NULL, city_code INTEGER, district_code INTEGER, business_key VARCHAR NOT NULL, row_month INTEGER,
    updated_at TIMESTAMP, superseded_by INTEGER, key_cells UTINYINT NOT NULL, key_cells_filled UTINYINT NOT NULL,
    person_ids_checked UTINYINT NOT NULL, person_ids_valid UTINYINT NOT NULL, credit_codes_checked UTINYINT NOT NULL, credit_codes_valid UTINYINT NOT NULL
);

CREATE TABLE stg.application AS SELECT *, NULL::VARCHAR AS batch, NULL::DATE AS applied_on, NULL::DATE AS city_confirmed_on, NULL::DATE AS province_confirmed_on,
    NULL::INTEGER AS applied_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.application_target AS SELECT *, NULL::VARCHAR AS batch, NULL::VARCHAR AS indicator, NULL::DECIMAL(18, 2) AS baseline, NULL::DECIMAL(18, 2) AS target,
    NULL::VARCHAR AS direction, NULL::DATE AS due_on, NULL::INTEGER AS due_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.community AS SELECT *, NULL::VARCHAR AS community_id, NULL::VARCHAR AS name, NULL::VARCHAR AS community_kind, NULL::VARCHAR AS street,
    NULL::DATE AS opened_on, NULL::DATE AS closed_on, NULL::INTEGER AS opened_month, NULL::INTEGER AS closed_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.designation AS SELECT *, NULL::VARCHAR AS indicator, NULL::DATE AS designated_on, NULL::DECIMAL(18, 2) AS baseline, NULL::INTEGER AS designated_month
    FROM stg.standing LIMIT 0;

CREATE TABLE stg.employers AS SELECT *, NULL::VARCHAR AS unit_id, NULL::VARCHAR AS name, NULL::VARCHAR AS industry, NULL::VARCHAR AS unit_kind FROM stg.standing LIMIT 0;

CREATE TABLE stg.equipment_requirement AS SELECT *, NULL::VARCHAR AS site_class, NULL::VARCHAR AS equipment FROM stg.standing LIMIT 0;

CREATE TABLE stg.evidence_paper AS SELECT *, NULL::VARCHAR AS paper_id, NULL::VARCHAR AS clause, NULL::VARCHAR AS paper_kind, NULL::VARCHAR AS paper_level,
    NULL::VARCHAR AS experience_id, NULL::BOOLEAN AS adopted_elsewhere, NULL::DATE AS dated_on, NULL::DATE AS valid_to, NULL::VARCHAR AS sha256,
    NULL::INTEGER AS dated_month, NULL::INTEGER AS valid_to_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.field_check AS SELECT *, NULL::VARCHAR AS check_id, NULL::VARCHAR AS indicator, NULL::VARCHAR AS method, NULL::BOOLEAN AS reached,
    NULL::BOOLEAN AS confirmed, NULL::DATE AS checked_on, NULL::INTEGER AS checked_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.fund_ledger AS SELECT *, NULL::VARCHAR AS entry_id, NULL::DATE AS booked_on, NULL::VARCHAR AS fund, NULL::VARCHAR AS fund_use,
    NULL::VARCHAR AS fund_level, NULL::DECIMAL(18, 2) AS budget, NULL::DECIMAL(18, 2) AS executed, NULL::VARCHAR AS provider_code, NULL::VARCHAR AS provider_kind,
    NULL::INTEGER AS booked_month, NULL::BIGINT AS budget_fen, NULL::BIGINT AS executed_fen FROM stg.standing LIMIT 0;

CREATE TABLE stg.gig_market AS SELECT *, NULL::VARCHAR AS market_id, NULL::VARCHAR AS name, NULL::VARCHAR AS market_class, NULL::DATE AS opened_on,
    NULL::DATE AS closed_on, NULL::INTEGER AS opened_month, NULL::INTEGER AS closed_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.gig_market_day AS SELECT *, NULL::VARCHAR AS market_id, NULL::DATE AS day, NULL::BIGINT AS seekers, NULL::BIGINT AS placed, NULL::BIGINT AS openings,
    NULL::INTEGER AS day_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.hardship_certification AS SELECT *, NULL::VARCHAR AS certification_id, NULL::BIGINT AS person_key, NULL::VARCHAR AS sex, NULL::VARCHAR AS hardship_kind,
    NULL::DATE AS certified_on, NULL::DATE AS valid_to, NULL::DATE AS cancelled_on, NULL::BOOLEAN AS valid, NULL::INTEGER AS certified_month,
    NULL::INTEGER AS cancelled_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.key_group_roster AS SELECT *, NULL::VARCHAR AS entry_id, NULL::BIGINT AS person_key, NULL::VARCHAR AS key_group, NULL::VARCHAR AS sex,
    NULL::VARCHAR AS education, NULL::DATE AS entered_on, NULL::DATE AS left_on, NULL::BOOLEAN AS job_will, NULL::DATE AS contacted_on, NULL::DATE AS employed_on,
    NULL::DATE AS prepared_on, NULL::VARCHAR AS working_place, NULL::BOOLEAN AS double_hardship, NULL::INTEGER AS entered_month, NULL::INTEGER AS left_month,
    NULL::INTEGER AS contacted_month, NULL::INTEGER AS employed_month, NULL::INTEGER AS prepared_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.market_release AS SELECT *, NULL::VARCHAR AS release_id, NULL::VARCHAR AS title, NULL::DATE AS due_on, NULL::DATE AS published_on,
    NULL::INTEGER AS due_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.occupation_review AS SELECT *, NULL::VARCHAR AS review_id, NULL::VARCHAR AS posting_id, NULL::VARCHAR AS coded, NULL::VARCHAR AS reviewed,
    NULL::DATE AS reviewed_on, NULL::INTEGER AS reviewed_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.policy_benefit AS SELECT *, NULL::VARCHAR AS payment_id, NULL::VARCHAR AS case_no, NULL::VARCHAR AS benefit_kind, NULL::DECIMAL(18, 2) AS amount,
    NULL::DATE AS paid_on, NULL::INTEGER AS paid_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.posting_upload AS SELECT *, NULL::VARCHAR AS posting_id, NULL::DATE AS first_published_on, NULL::TIMESTAMP AS sent_at, NULL::BOOLEAN AS accepted,
    NULL::BOOLEAN AS truncated, NULL::VARCHAR AS reject_reason, NULL::VARCHAR AS channel, NULL::INTEGER AS first_published_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.posting_violation AS SELECT *, NULL::VARCHAR AS violation_id, NULL::VARCHAR AS posting_id, NULL::VARCHAR AS violation_kind, NULL::VARCHAR AS found_by,
    NULL::DATE AS found_on, NULL::VARCHAR AS decision, NULL::DATE AS due_on, NULL::DATE AS closed_on, NULL::VARCHAR AS outcome, NULL::INTEGER AS found_month,
    NULL::INTEGER AS closed_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.referral AS SELECT *, NULL::VARCHAR AS referral_id, NULL::VARCHAR AS posting_id, NULL::BIGINT AS person_key, NULL::DATE AS referred_on,
    NULL::DATE AS hired_on, NULL::INTEGER AS referred_month, NULL::INTEGER AS hired_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.report_batch AS SELECT *, NULL::VARCHAR AS batch_id, NULL::VARCHAR AS report, NULL::TIMESTAMP AS due_at, NULL::TIMESTAMP AS accepted_at,
    NULL::INTEGER AS due_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.reported_value AS SELECT *, NULL::VARCHAR AS indicator, NULL::VARCHAR AS period_id, NULL::DECIMAL(18, 2) AS reported, NULL::DECIMAL(18, 2) AS tolerance,
    NULL::DATE AS reported_on FROM stg.standing LIMIT 0;

CREATE TABLE stg.service_case AS SELECT *, NULL::VARCHAR AS case_no, NULL::BIGINT AS person_key, NULL::VARCHAR AS item_code, NULL::VARCHAR AS case_kind,
    NULL::TIMESTAMP AS accepted_at, NULL::TIMESTAMP AS reviewed_at, NULL::TIMESTAMP AS implemented_at, NULL::DATE AS due_on, NULL::TIMESTAMP AS closed_at,
    NULL::VARCHAR AS channel, NULL::BIGINT AS visits, NULL::TIMESTAMP AS handed_over_at, NULL::TIMESTAMP AS target_accepted_at, NULL::BOOLEAN AS offline_step,
    NULL::BOOLEAN AS back_filled, NULL::VARCHAR AS service_window, NULL::INTEGER AS accepted_month, NULL::INTEGER AS closed_month, NULL::INTEGER AS handed_over_month
    FROM stg.standing LIMIT 0;

CREATE TABLE stg.service_item AS SELECT *, NULL::VARCHAR AS item_code, NULL::VARCHAR AS name, NULL::VARCHAR AS item_level, NULL::BOOLEAN AS required_by_list,
    NULL::DATE AS published_on, NULL::BOOLEAN AS elements_complete, NULL::BOOLEAN AS online, NULL::DATE AS listed_on, NULL::DATE AS withdrawn_on,
    NULL::INTEGER AS published_month, NULL::INTEGER AS listed_month, NULL::INTEGER AS withdrawn_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.service_site AS SELECT *, NULL::VARCHAR AS site_id, NULL::VARCHAR AS name, NULL::VARCHAR AS site_class, NULL::DECIMAL(18, 2) AS floor_area,
    NULL::DATE AS opened_on, NULL::DATE AS closed_on, NULL::INTEGER AS opened_month, NULL::INTEGER AS closed_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.service_staff AS SELECT *, NULL::VARCHAR AS staff_id, NULL::BIGINT AS person_key, NULL::VARCHAR AS staff_level, NULL::DECIMAL(18, 2) AS full_time_share,
    NULL::BOOLEAN AS in_public_service, NULL::DATE AS on_duty_from, NULL::DATE AS on_duty_to, NULL::VARCHAR AS certificate_kind, NULL::DATE AS certificate_issued_on,
    NULL::DATE AS certificate_valid_to, NULL::INTEGER AS on_duty_from_month, NULL::INTEGER AS on_duty_to_month, NULL::INTEGER AS certificate_issued_month,
    NULL::INTEGER AS certificate_valid_to_month, NULL::BIGINT AS full_time_hundredths FROM stg.standing LIMIT 0;

CREATE TABLE stg.site_community AS SELECT *, NULL::VARCHAR AS site_id, NULL::VARCHAR AS community_id, NULL::DATE AS served_from, NULL::DATE AS served_to,
    NULL::INTEGER AS served_from_month, NULL::INTEGER AS served_to_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.site_equipment AS SELECT *, NULL::VARCHAR AS site_id, NULL::VARCHAR AS equipment, NULL::BOOLEAN AS present, NULL::BOOLEAN AS working,
    NULL::DATE AS checked_on FROM stg.standing LIMIT 0;

CREATE TABLE stg.social_insurance_match AS SELECT *, NULL::VARCHAR AS match_id, NULL::BIGINT AS person_key, NULL::VARCHAR AS credit_code, NULL::INTEGER AS insured_month
    FROM stg.standing LIMIT 0;

CREATE TABLE stg.startup AS SELECT *, NULL::VARCHAR AS startup_id, NULL::VARCHAR AS credit_code, NULL::VARCHAR AS industry, NULL::VARCHAR AS support_kind,
    NULL::DATE AS supported_on, NULL::BIGINT AS jobs_created, NULL::INTEGER AS supported_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.startup_loan AS SELECT *, NULL::VARCHAR AS loan_id, NULL::VARCHAR AS credit_code, NULL::VARCHAR AS borrower_group, NULL::VARCHAR AS bank,
    NULL::DECIMAL(18, 2) AS amount, NULL::DATE AS paid_on, NULL::INTEGER AS paid_month, NULL::BIGINT AS amount_fen FROM stg.standing LIMIT 0;

CREATE TABLE stg.startup_loan_balance AS SELECT *, NULL::VARCHAR AS bank, NULL::INTEGER AS month, NULL::DECIMAL(18, 2) AS balance, NULL::DECIMAL(18, 2) AS overdue,
    NULL::BIGINT AS balance_fen, NULL::BIGINT AS overdue_fen FROM stg.standing LIMIT 0;

CREATE TABLE stg.model_forecast AS SELECT *, NULL::VARCHAR AS series, NULL::INTEGER AS target_month, NULL::INTEGER AS made_from, NULL::BIGINT AS value,
    NULL::BIGINT AS low, NULL::BIGINT AS high, NULL::VARCHAR AS model, NULL::BIGINT AS model_version, NULL::BIGINT AS model_number, NULL::INTEGER AS trained_from,
    NULL::INTEGER AS trained_to, NULL::VARCHAR AS data_hash, NULL::BIGINT AS error_hundredths FROM stg.standing LIMIT 0;

CREATE TABLE stg.surveyed_unemployment AS SELECT *, NULL::INTEGER AS month, NULL::VARCHAR AS survey_group, NULL::DECIMAL(18, 2) AS rate, NULL::BIGINT AS rate_tenths
    FROM stg.standing LIMIT 0;

CREATE TABLE stg.training_result AS SELECT *, NULL::VARCHAR AS trainee_id, NULL::VARCHAR AS class_id, NULL::VARCHAR AS training_body, NULL::BIGINT AS person_key,
    NULL::VARCHAR AS occupation, NULL::VARCHAR AS training_level, NULL::BOOLEAN AS was_employed, NULL::DATE AS ended_on, NULL::BOOLEAN AS assessed,
    NULL::VARCHAR AS result, NULL::VARCHAR AS certificate_no, NULL::DATE AS issued_on, NULL::INTEGER AS ended_month FROM stg.standing LIMIT 0;

CREATE TABLE stg.workday_calendar AS SELECT *, NULL::DATE AS day, NULL::BOOLEAN AS is_workday FROM stg.standing LIMIT 0;

CREATE TABLE stg.zero_job_family AS SELECT *, NULL::VARCHAR AS family_id, NULL::DATE AS certified_on, NULL::DATE AS first_employed_on, NULL::DATE AS cancelled_on,
    NULL::INTEGER AS certified_month, NULL::INTEGER AS first_employed_month, NULL::INTEGER AS cancelled_month FROM stg.standing LIMIT 0;

DROP TABLE stg.standing;
