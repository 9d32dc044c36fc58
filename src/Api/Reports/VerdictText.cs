using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>A verdict as shape and word; colour only helps.</summary>
static class VerdictText
{
    public static string Shape(Verdict verdict) => verdict switch
    {
        Verdict.Met => "✓",
        Verdict.Near => "△",
        Verdict.Missed => "✕",
        Verdict.Missing => "?",
        _ => "–",
    };

    public static string Style(Verdict verdict) => "verdict " + verdict switch
    {
        Verdict.Met => "met",
        Verdict.Near => "near",
        Verdict.Missed => "missed",
        _ => "none",
    };

    /// <summary>Within the year 超序时 (ahead of the pro-rata target), at its end 达标.</summary>
    public static string Word(ScorecardRow row, Texts texts) =>
        row.Verdict == Verdict.Met && row.Item.Comparison == Comparison.ProRata && row.TimeProgressPercent < 100m
            ? texts["verdict.Ahead"]
            : row is { Verdict: Verdict.NotJudged, Score: not null } ? texts["verdict.Compared"]
            : texts["verdict." + row.Verdict];

    public static Markup AppendVerdict(this Markup html, ScorecardRow row, Texts texts) => html
        .Raw($"<span class=\"{Style(row.Verdict)}\"><span aria-hidden=\"true\">{Shape(row.Verdict)}</span> ").Text(Word(row, texts)).Raw("</span>");
}
