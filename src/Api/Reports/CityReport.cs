using System.Globalization;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Charts.Kinds;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>What a city's head reads: where it stands, what is not on target, and how the headline figures have gone.</summary>
static class CityReport
{
    static readonly string[] Headline = ["E01", "E05", "E07", "E12", "C07"];
    const int Periods = 8;

    public static Report Of(Scorecard card, ReleaseSnapshot release, RequestLanguage language)
    {
        var texts = Texts.In(language);
        var gaps = card.Gaps.ToList();
        return new Report(
            texts["report.city_title", card.City.Name], string.Create(CultureInfo.InvariantCulture, $"city-{card.City.Code}-{card.Period.Last}"), language, ReportWords.Mark(card.Release, language),
            ReportWords.Facts(card.Release, FigureText.Of(card.Period, language), language), [language.Of(card.Headline)],
            [
                new ReportSection(texts["report.gaps"], [GapText.Sentence(card, language), .. gaps.Select((row, i) =>
                    $"{(i + 1).ToString(CultureInfo.InvariantCulture)}. {row.Indicator.Header.Name(row.Item.Variant, language)}{GapText.Aside(row, language)}{language.Of("：", ": ")}{GapText.Why(row, language)}")], []) { Charts = [width => StandardsRadar.Of(card, release, language, width)] },
                new ReportSection(texts["report.series"], [], [Series(card, release, texts, language)]),
                new ReportSection(texts["report.all_rows"], [], [AllRows(card, texts, language)]),
            ],
            [texts["scorecard.note_verdicts", card.Rules.NearPercent.ToString("0.##", CultureInfo.InvariantCulture)], texts["scorecard.note_before"], language.Of(card.PeerRule), language.Of(card.Rules.Source)]);
    }

    static ReportTable Series(Scorecard card, ReleaseSnapshot release, Texts texts, RequestLanguage language)
    {
        var last = card.Period.Last;
        var quarters = Enumerable.Range(0, Periods * 3).Select(back => Period.EndingIn(last - back, Frequency.Quarter)).OfType<Period>().Take(Periods).Reverse().ToList();
        var rows = new List<IReadOnlyList<ReportCell>>();
        foreach (var indicator in Headline.Select(release.FindIndicator).OfType<ReleasedIndicator>().Where(x => x.Header.Frequencies.Contains(Frequency.Quarter)))
        {
            var (unit, decimals) = ObservationView.Shape(indicator.Header, "");
            rows.Add([$"{language.Of(indicator.Header.Name)}（{FigureText.Unit(unit, language) switch { "" => unit, var shown => shown }}）",
                .. quarters.Select(quarter => ReportWords.Number(release.Find(new Metrics.Observations.FigureId(indicator.Code, "", card.City.Code, quarter))?.Value, decimals))]);
        }
        return new ReportTable(texts["report.series_caption"], texts["report.units_in_rows"], [texts["column.indicator"], .. quarters.Select(x => x.ToString())],
            [28, .. quarters.Select(_ => 72 / Math.Max(1, quarters.Count))], [false, .. quarters.Select(_ => true)], rows, []);
    }

    static ReportTable AllRows(Scorecard card, Texts texts, RequestLanguage language) => new(
        texts["report.all_rows_caption"], texts["report.units_in_rows"], ScorecardReport.Heads(texts), ScorecardReport.Shares, ScorecardReport.Numeric,
        card.Rows.Select((row, i) => ScorecardReport.Row(row, i + 1, texts, language)).ToList(), []);
}
