using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Evaluation.Scorecards;

/// <summary>What a figure amounts to: each has a word and a shape, colour only helps.</summary>
public enum Verdict
{
    /// <summary>✓ 达标, or ahead of the pro-rata target.</summary>
    Met,

    /// <summary>△ 接近.</summary>
    Near,

    /// <summary>✕ 未达.</summary>
    Missed,

    /// <summary>– shown without a target.</summary>
    NotJudged,

    /// <summary>? no figure; counts as neither met nor missed.</summary>
    Missing,
}

/// <summary>Where a target comes from.</summary>
public enum TargetOrigin { None, CityPlan, RuleSet }

/// <summary>The same indicator and period in cities of the same kind.</summary>
/// <param name="Median">Median of the peers' values, the city itself left out; null when no peer has a figure.</param>
/// <param name="Rank">1 = best among the peers and the city; null when the indicator has no better direction.</param>
public sealed record PeerComparison(decimal? Median, int Peers, int? Rank);

/// <summary>One row: the four numbers an expert compares (actual, target, before creation, same-type cities) and what follows.</summary>
public sealed record ScorecardRow
{
    public required RuleSetItem Item { get; init; }
    public required ReleasedIndicator Indicator { get; init; }

    /// <summary>The figure; null when the release has no such period.</summary>
    public required Observation? Actual { get; init; }

    public required decimal? Target { get; init; }
    public required TargetOrigin TargetOrigin { get; init; }

    /// <summary>Actual ÷ target × 100, one decimal, against the whole year's target; for control targets null.</summary>
    public required decimal? CompletionPercent { get; init; }

    /// <summary>Months passed ÷ 12 × 100, one decimal, for figures held against a yearly target.</summary>
    public required decimal? TimeProgressPercent { get; init; }

    /// <summary>Before creation (创建前): the city's stated baseline, else the figure of the same period a year earlier.</summary>
    public required decimal? Before { get; init; }

    public required PeerComparison Peers { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>The points by the rule set's score function; null when the figure is only shown.</summary>
    public required ItemScore? Score { get; init; }

    public bool Vetoed => Score?.Status == ScoreStatus.Vetoed;

    /// <summary>Points that the item could still bring; a missing figure brings none and could bring all.</summary>
    public decimal Recoverable => Score is null ? 0 : Item.Points - (Score.Points ?? 0);

    /// <summary>The verdict in one sentence with its numbers.</summary>
    public required BilingualText Reason { get; init; }
}

/// <summary>One of the five standards with its rows; a standard whose figures are not computed yet has none and says so.</summary>
public sealed record ScorecardStandard(int Number, BilingualText Name, IReadOnlyList<ScorecardRow> Rows);

/// <summary>A city's figures held against a rule set, from one release and for one month of a year.</summary>
public sealed record Scorecard
{
    public required Area City { get; init; }
    public required Area? Province { get; init; }

    /// <summary>January to the month that is judged.</summary>
    public required Period Period { get; init; }

    public required ReleaseManifest Release { get; init; }

    /// <summary>UTC; the moment at which the answers are taken, null for the latest.</summary>
    public required DateTime? AsOf { get; init; }

    public required RuleSet Rules { get; init; }
    public required IReadOnlyList<ScorecardStandard> Standards { get; init; }

    /// <summary>Why these peers: the stored rule that groups cities.</summary>
    public required BilingualText PeerRule { get; init; }

    /// <summary>One sentence that can be pasted into a report.</summary>
    public required BilingualText Headline { get; init; }

    /// <summary>SHA-256 over the rows' figures, targets and verdicts: equal scorecards have equal checksums.</summary>
    public required string Checksum { get; init; }

    public IEnumerable<ScorecardRow> Rows => Standards.SelectMany(standard => standard.Rows);

    /// <summary>Rows that lose points, by what they could still bring, the most first; before all what fell under a veto, and a figure that is there before one that is missing.</summary>
    public IEnumerable<ScorecardRow> Gaps => Rows.Where(row => row.Recoverable > 0 || row.Vetoed)
        .OrderByDescending(row => row.Vetoed).ThenByDescending(row => row.Recoverable).ThenBy(row => row.Verdict == Verdict.Missing).ThenBy(row => row.Item.Id, StringComparer.Ordinal);

    /// <summary>Points by the rules alone; experts score the rest by papers.</summary>
    public decimal Points => Rows.Sum(row => row.Score?.Points ?? 0);

    /// <summary>Points that figures can bring.</summary>
    public decimal FullPoints => Rows.Sum(row => row.Score is null ? 0 : row.Item.Points);

    public int Count(Verdict verdict) => Rows.Count(row => row.Verdict == verdict);
}
