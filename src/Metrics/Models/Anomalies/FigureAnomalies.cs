using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Models.Anomalies;

/// <summary>All rules that need no rows, over the figures of a release: leads for a person, no figure changes by them.</summary>
public static class FigureAnomalies
{
    /// <summary>Months whose counts are looked at for their last digits.</summary>
    const int DigitMonths = 12;

    public static AnomalyReport Of(ReleaseSnapshot release, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(release);
        var series = AnomalyCheck.Over(FigureSeries.OfRelease(release.File, cancel));
        // Flows only: a stock may rightly stay as it was last month.
        var flows = release.Indicators.Where(indicator => indicator.Header.Model is null && indicator.Header.Parts.Values.All(part => part == OverTime.Flow)).ToList();
        var flags = series.Flags.ToList();
        foreach (var city in release.Cities)
        {
            cancel.ThrowIfCancellationRequested();
            var counts = flows.SelectMany(indicator => Monthly(release, indicator.Code, city.Code)).Where(figure => figure.Numerator is not null).ToList();
            flags.AddRange(Copies($"all {city.Code}", counts));
            flags.AddRange(Digits($"all {city.Code}", counts));
            flags.AddRange(release.Indicators.Where(indicator => indicator.Header.Formula == Formula.Share)
                .SelectMany(indicator => Monthly(release, indicator.Code, city.Code)).Select(Impossible).OfType<AnomalyFlag>());
        }
        return series with { Flags = [.. flags.OrderByDescending(flag => flag.Period, StringComparer.Ordinal).ThenBy(flag => flag.Series, StringComparer.Ordinal)] };
    }

    static IEnumerable<Observation> Monthly(ReleaseSnapshot release, string indicator, int area) =>
        release.Observations(indicator, area).Where(figure => figure.Id.Period.Frequency == Frequency.Month && figure.Id.Breakdown.Length == 0);

    static AnomalyFlag? Impossible(Observation figure) => figure is { Numerator: { } part, Denominator: { } whole }
        ? TableAnomalies.ImpossibleRatio($"{figure.Id.Indicator} {figure.Id.AreaCode}", figure.Id.Period.ToString(), (decimal)part, (decimal)whole)
        : null;

    static IEnumerable<AnomalyFlag> Copies(string name, List<Observation> counts)
    {
        var months = counts.GroupBy(figure => figure.Id.Period.Last).OrderBy(month => month.Key)
            .Select(month => (Month: month.Key, Values: month.ToDictionary(figure => (figure.Id.Indicator, figure.Id.Variant), figure => (long)figure.Numerator!))).ToList();
        foreach (var (before, now) in months.Zip(months.Skip(1)).Where(pair => pair.Second.Month - pair.First.Month == 1))
        {
            var both = now.Values.Keys.Where(before.Values.ContainsKey).ToList();
            if (TableAnomalies.CopyOfLastMonth(name, now.Month.ToString(), [.. both.Select(key => now.Values[key])], [.. both.Select(key => before.Values[key])]) is { } flag) yield return flag;
        }
    }

    static IEnumerable<AnomalyFlag> Digits(string name, List<Observation> counts)
    {
        if (counts.Count == 0) yield break;
        var last = counts.Max(figure => figure.Id.Period.Last);
        var values = counts.Where(figure => last - figure.Id.Period.Last < DigitMonths).Select(figure => (long)figure.Numerator!).ToList();
        if (TableAnomalies.DigitHeaping(name, last.ToString(), values) is { } heaped) yield return heaped;
        if (TableAnomalies.TooRound(name, last.ToString(), values) is { } round) yield return round;
    }
}
