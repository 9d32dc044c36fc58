using System.Globalization;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Models;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Models.Anomalies;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>What a model remarks beside a scorecard's row: odd values of its months, where the year is heading. Nothing of it is scored.</summary>
public sealed class RowNotes(AnomalyFlags anomalies)
{
    const int Most = 2;

    public IReadOnlyList<string> Of(ScorecardRow row, ReleaseSnapshot release, RequestLanguage language) => row.Actual is not { Id: var figure } ? []
        : [.. Heading(row, release, language), .. anomalies.On(release, figure.Indicator, figure.AreaCode, figure.Period).Take(Most).Select(flag => Odd(flag, language))];

    static string Odd(AnomalyFlag flag, RequestLanguage language)
    {
        var texts = Texts.In(language);
        var series = flag.Series.Split(' ')[0];
        return texts["scorecard.odd", flag.Period, texts.Or("anomalies.series." + series, series), texts["anomalies.rule." + flag.Rule],
            flag.Found.ToString("#,0.##", CultureInfo.InvariantCulture), flag.Expected.ToString("#,0.##", CultureInfo.InvariantCulture)];
    }

    // Of the figures forecast, one is held against a target of the year.
    static IEnumerable<string> Heading(ScorecardRow row, ReleaseSnapshot release, RequestLanguage language)
    {
        if (row is not { Item: { Comparison: Comparison.ProRata, Indicator: "E01", Variant.Length: 0 }, Actual: { Value: { } reached, Id: var figure } } || figure.Period.Last.MonthOfYear == 12
            || SeriesOutlook.Of(release, figure.Indicator, figure.AreaCode) is not { } outlook) yield break;
        var months = outlook.Points.Where(point => point.Period.Last > figure.Period.Last && point.Period.Last.Year == figure.Period.Last.Year).ToList();
        if (months.Count < 12 - figure.Period.Last.MonthOfYear || months.Any(month => month is not { Low: not null, High: not null })) yield break;
        string Whole(decimal sum) => FigureText.Of(HalfUp.Round(reached + sum, 0), row.Indicator.Header.Unit, 0, language).Text;
        yield return Texts.In(language)["scorecard.heading_for", Whole(months.Sum(month => month.Low!.Value)), Whole(months.Sum(month => month.High!.Value)), outlook.Indicator.Code, outlook.Label.Version];
    }
}
