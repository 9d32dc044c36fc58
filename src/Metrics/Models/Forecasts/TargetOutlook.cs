using System.Globalization;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Models.Forecasts;

/// <summary>How likely the year's target of new urban jobs is, as of the last month with a figure.</summary>
/// <param name="Probability">Null where it cannot be said: too few past origins, a missing month, or more months left than are forecast.</param>
public sealed record TargetOutlook(int Area, int Year, decimal Target, decimal Reached, string By, double? Probability)
{
    const string Measure = "new_urban_jobs";

    public static IReadOnlyList<TargetOutlook> Of(IReadOnlyList<TimeSeries> panel, IReadOnlyList<SeriesForecast> forecasts, IReadOnlyList<ReleaseTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(forecasts);
        var byArea = panel.Zip(forecasts).Where(pair => pair.First.Group == Measure).ToDictionary(pair => AreaOf(pair.First));
        return [.. targets.Where(target => target.Indicator == "E01" && byArea.ContainsKey(target.AreaCode))
            .Select(target => Of(byArea[target.AreaCode].First, byArea[target.AreaCode].Second, target)).OfType<TargetOutlook>()];
    }

    static TargetOutlook? Of(TimeSeries series, SeriesForecast forecast, ReleaseTarget target)
    {
        var last = Month.Parse(series.Periods[^1]);
        if (last.Year != target.Year) return null; // a year that is over is reported, not forecast
        var year = series.Values.TakeLast(Math.Min(last.MonthOfYear, series.Values.Count)).ToList();
        var known = year.Count == last.MonthOfYear && year.All(value => value is not null);
        var reached = year.Sum(value => value ?? 0);
        return new(target.AreaCode, target.Year, target.Target, (decimal)reached, last.ToString(),
            known ? forecast.Errors?.ProbabilityOf((double)target.Target, reached, forecast.Points, 12 - last.MonthOfYear) : null);
    }

    static int AreaOf(TimeSeries series) => int.Parse(series.Name[(Measure.Length + 1)..], CultureInfo.InvariantCulture);
}
