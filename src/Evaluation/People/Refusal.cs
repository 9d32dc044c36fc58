using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Evaluation.People;

/// <summary>Why an act was refused; callers branch on this, people read the message.</summary>
public enum RefusalReason
{
    NotFound, RoleForbids, NotYourArea, OwnCity, NotAssigned, StageForbids, StandingForbids, DeadlinePassed, TooEarly, AlreadyExists,
    QuotaExceeded, TextTooLong, TextMissing, ContactMissing, TargetsMissing, TargetNotQuantified,
    ReasonMissing, EvidenceMissing, PointsOutOfRange, UnknownItem, ScoresIncomplete,
    VersionConflict, Frozen, SecondPersonNeeded, ProposalDiffers,
    PublicityMissing, PublicityRunning, ObjectionOpen, PlacesExceeded, Vetoed, RankSkipped, AlreadyDesignated,
}

/// <summary>A refused act: nothing was changed.</summary>
public sealed record Refusal(RefusalReason Reason, BilingualText Message)
{
    public static Refusal Of(RefusalReason reason, string zh, string en) => new(reason, new BilingualText { Zh = zh, En = en });
}

/// <summary>What an act ends with: its result, or why it was refused.</summary>
public sealed record Outcome<T>(T? Value, Refusal? Refusal)
{
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
