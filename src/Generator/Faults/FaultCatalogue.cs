using DemoCityAnalytics.Generator.Layout;
using static DemoCityAnalytics.Generator.Faults.FaultRecipe;

namespace DemoCityAnalytics.Generator.Faults;

/// <summary>The kinds of faults that each source gets; those of the further tables are in a list of their own.</summary>
static partial class FaultCatalogue
{
    static string TooLong => new('长', 201);

    static readonly FaultRecipe[] All =
    [
        Required("job_postings", "title"),
        Required("job_postings", "published_on"),
        WrongType("job_postings", "published_on", "2024-13-45"),
        WrongType("job_postings", "openings", "若干"),
        OutOfRange("job_postings", "openings", Cell.Of(99_999)),
        OutOfRange("job_postings", "title", Cell.Of(TooLong)),
        OutOfOrder("job_postings", "published_on", "valid_to"),
        OutOfOrder("job_postings", "published_on", "closed_on"),
        OutOfOrder("job_postings", "salary_min", "salary_max"),
        InFuture("job_postings", "published_on", isMoment: false, "valid_to", "closed_on"),
        UnknownArea("job_postings"),
        Columns("job_postings"),
        UnknownOptionalCode("job_postings", "occupation", "9-02-03"),
        UnknownOptionalCode("job_postings", "education", "77"),
        WrongCheckDigit("job_postings", "credit_code"),

        Required("job_seeking", "registered_on"),
        WrongType("job_seeking", "birth_date", "不详"),
        OutOfRange("job_seeking", "registration_id", Cell.Of(new string('8', 70))),
        OutOfOrder("job_seeking", "registered_on", "valid_to"),
        OutOfOrder("job_seeking", "registered_on", "closed_on"),
        InFuture("job_seeking", "registered_on", isMoment: false, "valid_to", "closed_on"),
        UnknownArea("job_seeking"),
        Columns("job_seeking"),
        UnknownOptionalCode("job_seeking", "occupation", "9-02-03"),
        UnknownOptionalCode("job_seeking", "education", "77"),
        UnknownOptionalCode("job_seeking", "sex", "77"),
        WrongCheckDigit("job_seeking", "person_id"),

        Required("employment_registration", "person_id"),
        Required("employment_registration", "started_on"),
        WrongType("employment_registration", "started_on", "2024-02-30"),
        WrongType("employment_registration", "pay", "约五千"),
        UnknownCode("employment_registration", "employment_form"),
        UnknownCode("employment_registration", "prior_status"),
        OutOfRange("employment_registration", "pay", Cell.Hundredths(999_999_900)),
        OutOfOrder("employment_registration", "started_on", "ended_on"),
        InFuture("employment_registration", "started_on", isMoment: false, "ended_on"),
        UnknownArea("employment_registration"),
        Columns("employment_registration"),
        UnknownOptionalCode("employment_registration", "education", "77"),
        UnknownOptionalCode("employment_registration", "sector", "77"),
        UnknownOptionalCode("employment_registration", "occupation", "9-02-03"),
        WrongCheckDigit("employment_registration", "person_id"),
        WrongCheckDigit("employment_registration", "credit_code"),

        Required("unemployment_registration", "birth_date"),
        WrongType("unemployment_registration", "registered_on", "待补"),
        UnknownCode("unemployment_registration", "registration_kind"),
        OutOfRange("unemployment_registration", "registration_id", Cell.Of(new string('8', 70))),
        OutOfOrder("unemployment_registration", "registered_on", "ended_on"),
        EarlierTooLate("unemployment_registration", "lost_on", "registered_on"),
        InFuture("unemployment_registration", "registered_on", isMoment: false, "ended_on"),
        UnknownArea("unemployment_registration"),
        Columns("unemployment_registration"),
        UnknownOptionalCode("unemployment_registration", "reason", "77"),
        UnknownOptionalCode("unemployment_registration", "end_reason", "77"),
        WrongCheckDigit("unemployment_registration", "person_id"),

        Required("natural_attrition", "attrition_kind"),
        WrongType("natural_attrition", "occurred_on", "不详"),
        UnknownCode("natural_attrition", "attrition_kind"),
        OutOfRange("natural_attrition", "record_id", Cell.Of(new string('8', 70))),
        InFuture("natural_attrition", "occurred_on", isMoment: false),
        UnknownArea("natural_attrition"),
        Columns("natural_attrition"),
        WrongCheckDigit("natural_attrition", "person_id"),

        Required("service_rating", "case_no"),
        WrongType("service_rating", "rated_at", "昨天"),
        UnknownCode("service_rating", "level"),
        UnknownCode("service_rating", "origin_kind"),
        OutOfRange("service_rating", "item", Cell.Of(TooLong)),
        OutOfOrder("service_rating", "rated_at", "fixed_at"),
        InFuture("service_rating", "rated_at", isMoment: true, "fixed_at"),
        UnknownArea("service_rating"),
        Columns("service_rating"),
        UnknownOptionalCode("service_rating", "channel", "77"),

        Required("satisfaction_survey", "weight"),
        WrongType("satisfaction_survey", "score", "优"),
        UnknownCode("satisfaction_survey", "respondent"),
        OutOfRange("satisfaction_survey", "score", Cell.Of(120)),
        InFuture("satisfaction_survey", "surveyed_on", isMoment: false),
        UnknownArea("satisfaction_survey"),
        Columns("satisfaction_survey"),

        Required("labour_stock", "urban_employed"),
        WrongType("labour_stock", "urban_employed", "未报"),
        OutOfRange("labour_stock", "urban_employed", Cell.Of(-50)),
        UnknownArea("labour_stock"),
        Columns("labour_stock"),

        Required("target_plan", "target"),
        WrongType("target_plan", "target", "另行下达"),
        OutOfRange("target_plan", "target", Cell.Hundredths(-100)),
        OutOfRange("target_plan", "indicator", Cell.Of("X1")),
        UnknownArea("target_plan"),
    ];

    public static IReadOnlyList<FaultRecipe> Of(string source) => All.Concat(OfRecords).Where(recipe => recipe.Kind.Source == source).ToArray();
}
