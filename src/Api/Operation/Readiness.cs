using DemoCityAnalytics.Evaluation.State;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Operation;

/// <summary>Which databases that the service works with do not answer, by the setting that names each; looked at again after a second, however often it is asked.</summary>
public sealed class Readiness(HealthCheckService checks, TimeProvider clock) : IDisposable
{
    /// <summary>A database that takes longer counts as lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    internal static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);
    readonly SemaphoreSlim looking = new(1, 1);
    IReadOnlyList<string> lost = [];
    long? seen;

    public async Task<IReadOnlyList<string>> Lost(CancellationToken cancel)
    {
        await looking.WaitAsync(cancel);
        try
        {
            if (seen is { } at && clock.GetElapsedTime(at) < Kept) return lost;
            var report = await checks.CheckHealthAsync(cancel);
            lost = [.. report.Entries.Where(x => x.Value.Status != HealthStatus.Healthy).Select(x => x.Key)];
            seen = clock.GetTimestamp();
            return lost;
        }
        finally
        {
            looking.Release();
        }
    }

    public void Dispose() => looking.Dispose();
}

/// <summary>The database of rounds and scores; a file in the warehouse folder is not asked.</summary>
sealed class StateCheck(IOptions<StateOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (options.Value.ConnectionString.Length > 0) await StateStore.Ask(options.Value.ConnectionString, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
