using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Models;

/// <summary>A model's forecast of a series, as the release has it, with what must stand beside it.</summary>
public sealed record SeriesOutlook(ReleasedIndicator Indicator, ModelLabel Label, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>What a model expects of the months to come of an indicator; null where no model goes on from it, or none may be shown.</summary>
    public static SeriesOutlook? Of(ReleaseSnapshot release, string indicator, int area)
    {
        if (release.Indicators.FirstOrDefault(x => x.Header.Model?.Continues == indicator) is not { } output) return null;
        var stated = release.Series(output.Code, area, Frequency.Month).Where(x => x.Value is not null).ToList();
        return stated.Count > 0 && ModelLabel.Read(stated[^1].Note) is { } label
            ? new(output, label, [.. stated.Select(x => new ChartPoint(x.Id.Period, x.Value, x.Low, x.High, Joined: true))])
            : null;
    }
}

/// <summary>Puts a forecast into the chart of the series that it goes on from.</summary>
static class ForecastLine
{
    const int Shown = 6;

    /// <summary>The chart with the forecast as a line of its own; as it was when the forecast ends before the figures do.</summary>
    public static ChartModel With(this ChartModel chart, SeriesOutlook outlook, string name)
    {
        var points = outlook.Points.Where(point => chart.Periods.Count > 0 && point.Period.Last > chart.Periods[^1].Last).Take(Shown).ToList();
        return points.Count == 0 ? chart : chart with
        {
            Periods = [.. chart.Periods, .. points.Select(point => point.Period)],
            Lines = [.. chart.Lines, new ChartLine(name, points) { Expected = true }],
        };
    }
}
