using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verification;

/// <summary>
/// Computes a released figure from the bytes that were received: the archived files are read and typed anew in a warehouse that is gone afterwards,
/// and the release's own definition runs over their rows.
/// </summary>
static class ArchiveRecomputation
{
    // Pseudonyms are compared with each other alone, so that another key gives the same figure.
    static readonly byte[] AnyKey = new byte[32];

    /// <returns>Null when the release holds no such figure.</returns>
    public static async Task<(FigureEvidence Evidence, IReadOnlyList<ReleaseInput> Files)?> Run(ReleaseSnapshot release, FigureId id, string warehouseFolder, CancellationToken cancel)
    {
        if (new EvidenceReader(release, Path.Combine(warehouseFolder, "lake")).Loads(id, cancel) is not { } loads) return null;
        var archive = new Archive(Path.Combine(warehouseFolder, "archive"));
        if (loads.FirstOrDefault(load => !archive.Holds(load.Sha256)) is { } lost)
            throw new UsageException($"The archive does not hold {lost.FileName} (SHA-256 {lost.Sha256}); expected every file that a release was made from. Restore the archive from its copy.");
        var temporary = Directory.CreateTempSubdirectory("dca-recompute-").FullName;
        try
        {
            using var again = WarehouseDatabase.Open(new WarehouseOptions { Folder = Path.Combine(temporary, "warehouse") });
            using (var connection = again.Connect())
                foreach (var area in release.Areas.Values) AreaTable.Put(connection, area);
            foreach (var load in loads) await Load(again, archive, load, cancel);
            var lake = Path.Combine(temporary, "lake");
            RebuiltLake.Write(again, release, loads, lake);
            return (new EvidenceReader(release, lake).Explain(id, cancel)!, loads);
        }
        finally
        {
            // The archive keeps its files read-only; that does not keep their folder from being removed.
            Directory.Delete(temporary, recursive: true);
        }
    }

    // As of the day on which it was loaded: a date that was in the future then is so still.
    static async Task Load(WarehouseDatabase again, Archive archive, ReleaseInput load, CancellationToken cancel)
    {
        var loader = new Loader(again, ContractCatalogue.BuiltIn(), IdentityKey.Of(AnyKey), new MomentOf(load.LoadedAt));
        await using var content = archive.Open(load.Sha256);
        await loader.Load(load.Source, content, load.FileName, LoadOptions.Default with { Synthetic = load.Synthetic }, null, cancel);
    }

    sealed class MomentOf(DateTime moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(moment, TimeSpan.Zero);
    }
}
