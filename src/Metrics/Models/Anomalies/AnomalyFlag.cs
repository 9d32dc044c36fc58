namespace DemoCityAnalytics.Metrics.Models.Anomalies;

/// <summary>The rule that fired.</summary>
public enum AnomalyRule
{
    /// <summary>One value far from what its season and its neighbours say.</summary>
    Jump,

    /// <summary>From a period on, the level is another one.</summary>
    LevelShift,

    /// <summary>The same values as the month before, digit for digit.</summary>
    CopyOfLastMonth,

    /// <summary>More values end in 0 or 5 than counted things do.</summary>
    DigitHeaping,

    /// <summary>More values end in 00 than counted things do.</summary>
    TooRound,

    /// <summary>A part is greater than its whole, or a value is below zero.</summary>
    ImpossibleRatio,

    /// <summary>More rows than usual are equal in all their content.</summary>
    DuplicateBurst,
}

/// <summary>A lead for a person: which rule fired on what, the numbers behind it, and what it does to the figure.</summary>
/// <param name="Found">The value, share or count that was found.</param>
/// <param name="Expected">What was expected in its place.</param>
/// <param name="Limit">The bound that was passed.</param>
/// <param name="Effect">How much the figure would change if the expected value stood there; null where that cannot be said.</param>
public sealed record AnomalyFlag(AnomalyRule Rule, string Series, string Period, double Found, double Expected, double Limit, double? Effect);

/// <summary>The flags and the stamp of the rules that raised them.</summary>
public sealed record AnomalyReport(IReadOnlyList<AnomalyFlag> Flags, ModelStamp Stamp);
