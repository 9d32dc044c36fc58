using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Disclosure;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics;

/// <summary>Computes the figures of a warehouse and publishes them; doing either twice changes nothing.</summary>
public sealed class MetricsService(WarehouseDatabase database, IndicatorCatalogue catalogue, DisclosureOptions disclosure, TimeProvider clock)
{
    /// <summary>Brings marts and observations up to date with the rows loaded so far.</summary>
    public Task<ComputeSummary> Compute(CancellationToken cancel) =>
        database.Write(connection => new Computation(connection, catalogue, clock).Run(cancel), cancel);

    /// <summary>Publishes what is computed as a release; rows loaded since the last computation are computed first.</summary>
    public async Task<PublishSummary> Publish(CancellationToken cancel)
    {
        while (true)
        {
            await Compute(cancel);
            // A load may have come in between; its rows are then computed first, so that a release never names inputs that its figures lack.
            var published = await database.Write(
                connection => connection.Count("SELECT count(*) FROM ops.touched") > 0 ? null : new ReleasePublisher(database, catalogue, disclosure, clock).Publish(connection, cancel),
                cancel);
            if (published is not null) return published;
        }
    }
}
