using DemoCityAnalytics.Metrics;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Jobs;

/// <summary>Brings the figures up to date with the rows loaded so far.</summary>
[AutomaticRetry(Attempts = 3, DelaysInSeconds = [60, 300, 900])]
public sealed class ComputeJob(MetricsService metrics, Turns turns, ILogger<ComputeJob> log)
{
    public async Task Run(CancellationToken cancel)
    {
        using var turn = await turns.Take("figures", cancel);
        var computed = await metrics.Compute(cancel);
        log.FiguresComputed(computed.Cities, computed.Changes.Computed, computed.Changes.Added);
    }
}
