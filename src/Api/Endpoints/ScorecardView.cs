using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>The rules a scorecard was made with; the programme's own standard is not public.</summary>
public sealed record RuleSetView(string Id, int Version, BilingualText Name, BilingualText Source);

/// <summary>One row: actual, target, before creation and same-type cities, and what follows.</summary>
/// <param name="CompletionPercent">Actual ÷ the whole year's target × 100.</param>
/// <param name="TimeProgressPercent">Months passed ÷ 12 × 100 (序时进度), where a yearly target is judged within the year.</param>
/// <param name="Points">By the rule set's score function; null where the figure is missing or only shown.</param>
public sealed record ScorecardRowView(
    string Indicator, string Variant, BilingualText Name, string Clause, string Unit, int Decimals, ObservationView? Actual, decimal? Target, TargetOrigin TargetOrigin,
    Comparison Comparison, decimal? BandFrom, decimal? BandTo, decimal? CompletionPercent, decimal? TimeProgressPercent,
    decimal? Before, decimal? PeerMedian, int Peers, int? Rank, decimal? Points, decimal FullPoints, Verdict Verdict, BilingualText Reason);

/// <summary>One of the five standards with its rows.</summary>
public sealed record ScorecardStandardView(int Number, BilingualText Name, IReadOnlyList<ScorecardRowView> Rows);

/// <summary>A city's figures held against a rule set.</summary>
/// <param name="Release">Null when asOf is given: such an answer belongs to a moment and never changes, whatever is published later.</param>
/// <param name="Headline">One sentence that can be pasted into a report.</param>
/// <param name="Checksum">SHA-256 over figures, targets and verdicts: equal scorecards have equal checksums.</param>
public sealed record ScorecardView(
    ReleaseView? Release, DateTime? AsOf, AreaView City, string Period, RuleSetView Rules, BilingualText Headline, BilingualText PeerRule, string Checksum,
    IReadOnlyList<ScorecardStandardView> Standards)
{
    public static ScorecardView Of(Scorecard card, ReleaseSnapshot release)
    {
        var name = card.AsOf is null ? card.Release.Name : null;
        return new ScorecardView(
            card.AsOf is null ? ReleaseView.Of(card.Release) : null, card.AsOf, AreaView.Of(card.City, release), card.Period.ToString(),
            new RuleSetView(card.Rules.Id, card.Rules.Version, card.Rules.Name, card.Rules.Source), card.Headline, card.PeerRule, card.Checksum,
            card.Standards.Select(standard => new ScorecardStandardView(standard.Number, standard.Name, standard.Rows.Select(row => Row(row, name)).ToList())).ToList());
    }

    static ScorecardRowView Row(ScorecardRow row, string? release)
    {
        var header = row.Indicator.Header;
        var (unit, decimals) = ObservationView.Shape(header, row.Item.Variant);
        decimal? Scaled(decimal? value) => JsonText.Scaled(value, decimals);
        return new ScorecardRowView(
            row.Indicator.Code, row.Item.Variant, header.Name, row.Item.Clause, unit, decimals,
            row.Actual is null ? null : ObservationView.Of(row.Actual, header, release), Scaled(row.Target), row.TargetOrigin,
            row.Item.Comparison, row.Item.BandFrom, row.Item.BandTo, row.CompletionPercent, row.TimeProgressPercent,
            Scaled(row.Before), Scaled(row.Peers.Median), row.Peers.Peers, row.Peers.Rank, row.Score?.Points, row.Score is null ? 0 : row.Item.Points, row.Verdict, row.Reason);
    }
}
