SELECT
    raw.*,
    (year(on_duty_from) * 12 + month(on_duty_from) - 1)::INTEGER AS on_duty_from_month,
    (year(on_duty_to) * 12 + month(on_duty_to) - 1)::INTEGER AS on_duty_to_month,
    (year(certificate_issued_on) * 12 + month(certificate_issued_on) - 1)::INTEGER AS certificate_issued_month,
    (year(certificate_valid_to) * 12 + month(certificate_valid_to) - 1)::INTEGER AS certificate_valid_to_month,
    (full_time_share * 100)::BIGINT AS full_time_hundredths
FROM raw
