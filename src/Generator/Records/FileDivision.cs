using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>How the further tables are divided into files: the larger ones by quarters, most by years, registers not at all.</summary>
static class FileDivision
{
    public static IReadOnlyList<string> Quarterly { get; } = ["service_case", "posting_upload", "social_insurance_match"];

    public static IReadOnlyList<string> Yearly { get; } =
    [
        "policy_benefit", "gig_market_day", "fund_ledger", "hardship_certification", "zero_job_family", "key_group_roster", "training_result",
        "posting_violation", "referral", "occupation_review", "startup", "startup_loan", "startup_loan_balance", "report_batch", "market_release",
        "surveyed_unemployment", "evidence_paper", "field_check",
    ];

    public static IReadOnlyList<string> Registers { get; } =
    [
        "service_item", "community", "service_site", "site_community", "equipment_requirement", "site_equipment", "service_staff", "gig_market", "person", "incubator",
        "application", "application_target", "designation", "reported_value",
    ];

    public static bool IsDivided(string source) => !Registers.Contains(source);

    public static Timeline Of(string source, Timeline quarters, Timeline years) => Quarterly.Contains(source) ? quarters : years;
}
