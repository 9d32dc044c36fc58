using System.Globalization;
using System.Runtime.CompilerServices;
using DemoCityAnalytics.Metrics.Models.Anomalies;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Models;

/// <summary>The anomaly flags of a release; found once for all who see the same of it.</summary>
public sealed class AnomalyFlags
{
    readonly ConditionalWeakTable<ReleaseSnapshot, Lazy<AnomalyReport>> reports = [];

    // A flag of these series is a flag of the figures made from it.
    static readonly Dictionary<string, string[]> Figures = new(StringComparer.Ordinal)
    {
        ["new_urban_jobs"] = ["E01", "E02"],
        ["registered_unemployed"] = ["E05"],
        ["openings"] = ["E07", "E08", "E12"],
        ["seekers"] = ["E07", "E08", "E12"],
    };

    public AnomalyReport Of(ReleaseSnapshot release) =>
        reports.GetValue(release, of => new Lazy<AnomalyReport>(() => FigureAnomalies.Of(of, CancellationToken.None))).Value;

    /// <summary>Flags on what an indicator of a city is made from, in the months of a period.</summary>
    public IEnumerable<AnomalyFlag> On(ReleaseSnapshot release, string indicator, int city, Period period)
    {
        var area = city.ToString(CultureInfo.InvariantCulture);
        return Of(release).Flags.Where(flag => flag.Series.Split(' ') is [var series, var place] && place == area
            && (series == indicator || Figures.GetValueOrDefault(series, []).Contains(indicator))
            && Period.Parse(flag.Period) is var at && at.First >= period.First && at.Last <= period.Last);
    }
}
