using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.People;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>A refused act as an error answer: the kind says what to do about it, the code says which rule refused.</summary>
static class Refusals
{
    public static Problem Problem(this Refusal refusal) => new(KindOf(refusal.Reason), refusal.Message.Zh + "。", refusal.Message.En)
    {
        Errors = [new ProblemError("#", QueryReader.Snake(refusal.Reason.ToString()), refusal.Message.Zh, refusal.Message.En)],
    };

    public static string KindOf(RefusalReason reason) => reason switch
    {
        RefusalReason.NotFound => "unknown-round",
        RefusalReason.RoleForbids or RefusalReason.OwnCity or RefusalReason.NotAssigned => "act-not-yours",
        RefusalReason.NotYourArea => "area-not-yours",
        RefusalReason.VersionConflict => "changed-meanwhile",
        RefusalReason.Frozen => "frozen",
        RefusalReason.TextTooLong or RefusalReason.TextMissing or RefusalReason.ContactMissing or RefusalReason.TargetsMissing or RefusalReason.TargetNotQuantified
            or RefusalReason.ReasonMissing or RefusalReason.EvidenceMissing or RefusalReason.PointsOutOfRange or RefusalReason.UnknownItem => "not-complete",
        _ => "not-now",
    };
}
