using DemoCityAnalytics.Generator.Layout;
using static DemoCityAnalytics.Generator.Faults.FaultRecipe;

namespace DemoCityAnalytics.Generator.Faults;

static partial class FaultCatalogue
{
    static readonly FaultRecipe[] OfRecords =
    [
        Required("service_item", "name"),
        WrongType("service_item", "listed_on", "长期"),
        UnknownCode("service_item", "item_level"),

        Required("service_case", "item_code"),
        Required("service_case", "accepted_at"),
        WrongType("service_case", "accepted_at", "昨天"),
        UnknownCode("service_case", "case_kind"),
        UnknownCode("service_case", "channel"),
        OutOfRange("service_case", "visits", Cell.Of(101)),
        OutOfOrder("service_case", "accepted_at", "closed_at"),
        OutOfOrder("service_case", "accepted_at", "reviewed_at"),
        OutOfOrder("service_case", "handed_over_at", "target_accepted_at"),
        InFuture("service_case", "accepted_at", isMoment: true, "reviewed_at", "implemented_at", "closed_at"),
        UnknownArea("service_case"),
        Columns("service_case"),

        Required("policy_benefit", "benefit_kind"),
        WrongType("policy_benefit", "amount", "见附件"),
        UnknownCode("policy_benefit", "benefit_kind"),
        OutOfRange("policy_benefit", "amount", Cell.Hundredths(-100)),
        InFuture("policy_benefit", "paid_on", isMoment: false),

        Required("community", "name"),
        UnknownCode("community", "community_kind"),
        OutOfOrder("community", "opened_on", "closed_on"),

        WrongType("service_site", "opened_on", "拟建"),
        OutOfOrder("service_site", "opened_on", "closed_on"),
        UnknownOptionalCode("service_site", "site_class", "77"),

        Required("site_community", "served_from"),
        OutOfOrder("site_community", "served_from", "served_to"),

        UnknownCode("equipment_requirement", "site_class"),

        WrongType("site_equipment", "working", "待查"),
        UnknownArea("site_equipment"),

        UnknownCode("service_staff", "staff_level"),
        OutOfRange("service_staff", "full_time_share", Cell.Hundredths(250)),
        OutOfOrder("service_staff", "on_duty_from", "on_duty_to"),
        OutOfOrder("service_staff", "certificate_issued_on", "certificate_valid_to"),

        UnknownCode("gig_market", "market_class"),

        Required("gig_market_day", "seekers"),
        WrongType("gig_market_day", "placed", "满员"),
        OutOfRange("gig_market_day", "openings", Cell.Of(-3)),
        InFuture("gig_market_day", "day", isMoment: false),

        Required("fund_ledger", "fund"),
        WrongType("fund_ledger", "booked_on", "年末"),
        UnknownCode("fund_ledger", "fund_level"),
        UnknownOptionalCode("fund_ledger", "fund_use", "77"),
        OutOfRange("fund_ledger", "executed", Cell.Hundredths(-100)),
        InFuture("fund_ledger", "booked_on", isMoment: false),
        UnknownArea("fund_ledger"),

        Required("hardship_certification", "person_id"),
        WrongType("hardship_certification", "certified_on", "待定"),
        UnknownCode("hardship_certification", "hardship_kind"),
        OutOfOrder("hardship_certification", "certified_on", "cancelled_on"),
        InFuture("hardship_certification", "certified_on", isMoment: false, "cancelled_on"),

        WrongType("zero_job_family", "certified_on", "不详"),
        OutOfOrder("zero_job_family", "certified_on", "first_employed_on"),

        Required("key_group_roster", "job_will"),
        UnknownCode("key_group_roster", "key_group"),
        OutOfOrder("key_group_roster", "entered_on", "left_on"),
        UnknownOptionalCode("key_group_roster", "working_place", "77"),
        InFuture("key_group_roster", "entered_on", isMoment: false, "left_on"),
        UnknownArea("key_group_roster"),

        Required("training_result", "class_id"),
        WrongType("training_result", "was_employed", "不清楚"),
        UnknownOptionalCode("training_result", "result", "77"),
        OutOfOrder("training_result", "ended_on", "issued_on"),
        InFuture("training_result", "ended_on", isMoment: false, "issued_on"),

        Required("posting_upload", "accepted"),
        WrongType("posting_upload", "truncated", "部分"),
        OutOfRange("posting_upload", "reject_reason", Cell.Of(TooLong)),
        InFuture("posting_upload", "first_published_on", isMoment: false),
        UnknownArea("posting_upload"),

        Required("posting_violation", "posting_id"),
        WrongType("posting_violation", "due_on", "尽快"),
        UnknownCode("posting_violation", "violation_kind"),
        UnknownCode("posting_violation", "decision"),
        OutOfOrder("posting_violation", "found_on", "closed_on"),
        InFuture("posting_violation", "found_on", isMoment: false, "closed_on"),

        Required("referral", "person_id"),
        WrongType("referral", "referred_on", "上周"),
        OutOfOrder("referral", "referred_on", "hired_on"),
        InFuture("referral", "referred_on", isMoment: false, "hired_on"),

        Required("occupation_review", "posting_id"),
        UnknownCode("occupation_review", "reviewed"),
        InFuture("occupation_review", "reviewed_on", isMoment: false),

        Required("social_insurance_match", "credit_code"),
        WrongType("social_insurance_match", "insured_month", "上月"),
        UnknownArea("social_insurance_match"),
        Columns("social_insurance_match"),

        Required("startup", "jobs_created"),
        UnknownCode("startup", "support_kind"),
        OutOfRange("startup", "jobs_created", Cell.Of(-1)),
        InFuture("startup", "supported_on", isMoment: false),

        WrongType("startup_loan", "amount", "三十万"),
        UnknownCode("startup_loan", "borrower_group"),
        InFuture("startup_loan", "paid_on", isMoment: false),

        Required("startup_loan_balance", "balance"),
        OutOfRange("startup_loan_balance", "overdue", Cell.Hundredths(-100)),

        Required("report_batch", "report"),
        WrongType("report_batch", "due_at", "月中"),

        WrongType("market_release", "published_on", "已发布"),

        UnknownCode("surveyed_unemployment", "survey_group"),
        OutOfRange("surveyed_unemployment", "rate", Cell.Hundredths(12_000)),

        Required("evidence_paper", "clause"),
        UnknownCode("evidence_paper", "paper_kind"),
        OutOfRange("evidence_paper", "clause", Cell.Of("S9.9")),
        UnknownOptionalCode("evidence_paper", "paper_level", "77"),
        InFuture("evidence_paper", "dated_on", isMoment: false),

        WrongType("field_check", "reached", "未接"),
        UnknownCode("field_check", "method"),
        InFuture("field_check", "checked_on", isMoment: false),
        UnknownArea("field_check"),

        Required("reported_value", "indicator"),
        WrongType("reported_value", "reported", "约五成"),
        OutOfRange("reported_value", "indicator", Cell.Of("X1")),
        InFuture("reported_value", "reported_on", isMoment: false),

        Required("person", "person_id"),
        WrongType("person", "birth_date", "不详"),

        Required("incubator", "opened_on"),
    ];
}
