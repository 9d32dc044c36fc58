using System.Text.Json.Serialization;
using DemoCityAnalytics.Evaluation.Scoring.Functions;

namespace DemoCityAnalytics.Evaluation.Scoring;

/// <summary>The score function of an item as a rule set writes it: exactly one of these keys.</summary>
public sealed record ScoreRule
{
    public AllOrNothing? AllOrNothing { get; init; }
    public StepsByShortfall? StepsByShortfall { get; init; }
    public DeductionPerCase? DeductionPerCase { get; init; }
    public Accumulation? Accumulation { get; init; }
    public Bands? Bands { get; init; }
    public AgainstControl? AgainstControl { get; init; }
    public HalfCredit? HalfCredit { get; init; }
    public UnitCredit? UnitCredit { get; init; }
    public Veto? Veto { get; init; }
    public Proportional? Proportional { get; init; }
    public BetterThanBefore? BetterThanBefore { get; init; }
    public AboveSameType? AboveSameType { get; init; }

    /// <summary>The one that is set.</summary>
    /// <exception cref="InvalidOperationException">None or several are set; a rule set that was read has exactly one.</exception>
    [JsonIgnore]
    public ScoreFunction Function => Stated.Single();

    internal IEnumerable<string> Issues(decimal points) => Stated.ToList() is [var only]
        ? only.Issues(points)
        : [$"states {Stated.Count()} score functions, expected exactly one."];

    IEnumerable<ScoreFunction> Stated => new ScoreFunction?[]
    {
        AllOrNothing, StepsByShortfall, DeductionPerCase, Accumulation, Bands, AgainstControl,
        HalfCredit, UnitCredit, Veto, Proportional, BetterThanBefore, AboveSameType,
    }.OfType<ScoreFunction>();
}
