using DemoCityAnalytics.Metrics.Models.Forecasts;

namespace DemoCityAnalytics.Metrics.Models.Anomalies;

/// <summary>All series rules over a panel, with the stamp of what was looked at.</summary>
public static class AnomalyCheck
{
    public const string Version = "1";

    public static AnomalyReport Over(IReadOnlyList<TimeSeries> panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var flags = panel.SelectMany(SeriesAnomalies.Find).OrderBy(flag => flag.Series, StringComparer.Ordinal).ThenBy(flag => flag.Period, StringComparer.Ordinal).ToList();
        var periods = panel.SelectMany(series => series.Periods).Order(StringComparer.Ordinal).ToList();
        return new(flags, new ModelStamp(
            "anomalies/robust", Version, periods.FirstOrDefault() ?? "", periods.LastOrDefault() ?? "",
            ModelStamp.Hash(panel.SelectMany(series => series.Values.Select((value, t) => FormattableString.Invariant($"{series.Name} {series.Periods[t]} {value:R}")))),
            new() { Zh = "误报和植入异常的检出情况见docs/models/anomalies.md", En = "false alarms and planted anomalies: docs/models/anomalies.md" }));
    }
}
