using DemoCityAnalytics.Metrics;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Jobs;

/// <summary>Publishes the figures as a release, when anything that they are made from has changed.</summary>
[AutomaticRetry(Attempts = 3, DelaysInSeconds = [60, 300, 900])]
public sealed class PublishJob(MetricsService metrics, ILogger<PublishJob> log)
{
    [DisableConcurrentExecution("publish", 60)]
    public async Task Run(CancellationToken cancel)
    {
        var published = await metrics.Publish(cancel);
        log.ReleasePublished(published.Manifest.Name, published.IsNew ? "published" : "unchanged");
    }
}
