using System.Globalization;
using DemoCityAnalytics.Api.Charts.Kinds;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>A city's scorecard as a report: the five standards, each row with actual, target, before, peers, rank and verdict.</summary>
static class ScorecardReport
{
    static readonly string[] Columns = ["no", "indicator", "actual", "target", "completion", "before", "peers", "rank", "points", "verdict"];

    /// <summary>Widths of the columns, in hundredths.</summary>
    public static IReadOnlyList<int> Shares { get; } = [5, 19, 11, 11, 9, 11, 10, 5, 9, 10];

    public static IReadOnlyList<bool> Numeric { get; } = [true, false, true, true, true, true, true, true, true, false];

    public static IReadOnlyList<string> Heads(Texts texts) => [.. Columns.Select(column => texts["column." + column])];

    public static Report Of(Scorecard card, ReleaseSnapshot release, RequestLanguage language)
    {
        var texts = Texts.In(language);
        var number = 0;
        return new Report(
            texts["scorecard.title", card.City.Name], string.Create(CultureInfo.InvariantCulture, $"scorecard-{card.City.Code}-{card.Period.Last}"), language, ReportWords.Mark(card.Release, language),
            [.. ReportWords.Facts(card.Release, FigureText.Of(card.Period, language), language),
                (texts["scorecard.rules"], texts["scorecard.rules_version", language.Of(card.Rules.Name), card.Rules.Version]),
                (texts["scorecard.checksum"], string.Join(' ', card.Checksum[..16].Chunk(4).Select(part => new string(part))))],
            [language.Of(card.Headline)],
            card.Standards.Select(standard => Section(standard, texts, language, ref number) with
            {
                Charts = standard.Number == card.Standards[^1].Number ? [width => StandardsRadar.Of(card, release, language, width)] : [],
            }).ToList(),
            [texts["scorecard.note_verdicts", card.Rules.NearPercent.ToString("0.##", CultureInfo.InvariantCulture)], texts["scorecard.note_before"], language.Of(card.PeerRule), language.Of(card.Rules.Source)]);
    }

    static ReportSection Section(ScorecardStandard standard, Texts texts, RequestLanguage language, ref int number)
    {
        var heading = $"{texts["standard." + standard.Number.ToString(CultureInfo.InvariantCulture)]}{language.Of(standard.Name)}";
        if (standard.Rows.Count == 0) return new ReportSection(heading, [texts["scorecard.empty_standard"]], []);
        var met = standard.Rows.Count(row => row.Verdict == Verdict.Met);
        var judged = standard.Rows.Count(row => row.Verdict is Verdict.Met or Verdict.Near or Verdict.Missed);
        var rows = new List<IReadOnlyList<ReportCell>>();
        foreach (var row in standard.Rows) rows.Add(Row(row, ++number, texts, language));
        return new ReportSection(heading, [], [new ReportTable(
            texts["scorecard.caption", language.Of(standard.Name), met, judged], texts["report.units_in_rows"], Heads(texts), Shares, Numeric, rows, [])]);
    }

    /// <summary>One row, the same in every report that lists scorecard rows.</summary>
    public static IReadOnlyList<ReportCell> Row(ScorecardRow row, int number, Texts texts, RequestLanguage language)
    {
        var (unit, decimals) = ObservationView.Shape(row.Indicator.Header, row.Item.Variant);
        ReportCell Shown(decimal? value) => ReportWords.Cell(value, unit, decimals, language);
        var target = row.Item.Comparison switch
        {
            Comparison.Band when row.Item is { BandFrom: { } from, BandTo: { } to } => (ReportCell)$"{FigureText.Number(from, decimals)}—{FigureText.Number(to, decimals)}",
            Comparison.AtMost when row.Target is not null => Shown(row.Target) with { Text = "≤" + Shown(row.Target).Text },
            _ => Shown(row.Target),
        };
        return
        [
            new ReportCell(number.ToString(CultureInfo.InvariantCulture), number),
            $"{row.Indicator.Code} {row.Indicator.Header.Name(row.Item.Variant, language)}{(row.Actual is { } read ? language.Of("（", " (") + FigureText.Of(read.Id.Period, language) + language.Of("）", ")") : "")}",
            Shown(row.Actual?.Value), target, row.CompletionPercent is { } percent ? new ReportCell(FigureText.Number(percent, 1) + "%", percent, 1) : ReportWords.None,
            Shown(row.Before), Shown(row.Peers.Median),
            row.Peers.Rank is { } rank ? new ReportCell(rank.ToString(CultureInfo.InvariantCulture), rank) : ReportWords.None,
            row.Score is null ? ReportWords.None : GapText.Scored(row), $"{VerdictText.Shape(row.Verdict)} {VerdictText.Word(row, texts)}",
        ];
    }
}
