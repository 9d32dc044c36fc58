using DemoCityAnalytics.Metrics;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Jobs;

/// <summary>Publishes the figures as a release, when anything that they are made from has changed.</summary>
[AutomaticRetry(Attempts = 3, DelaysInSeconds = [60, 300, 900])]
public sealed class PublishJob(MetricsService metrics, Turns turns, ILogger<PublishJob> log)
{
    public async Task Run(CancellationToken cancel)
    {
        using var turn = await turns.Take("figures", cancel);
        var published = await metrics.Publish(cancel);
        log.ReleasePublished(published.Manifest.Name, published.IsNew ? "published" : "unchanged");
    }
}
