using DemoCityAnalytics.Metrics.Models.Anomalies;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Models;

/// <summary>The anomaly flags of a release; found once per release.</summary>
public sealed class AnomalyFlags
{
    readonly Lock changing = new();
    ReleaseSnapshot? release;
    AnomalyReport? report;

    public AnomalyReport Of(ReleaseSnapshot of)
    {
        lock (changing)
        {
            if (!ReferenceEquals(release, of)) (report, release) = (FigureAnomalies.Of(of, CancellationToken.None), of);
            return report!;
        }
    }
}
