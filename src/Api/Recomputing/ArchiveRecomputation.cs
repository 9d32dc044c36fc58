using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Api.Recomputing;

/// <summary>
/// Computes a released figure from the bytes that were received: the archived files are read and typed anew in a warehouse that is gone afterwards,
/// and the release's own definition runs over their rows.
/// </summary>
/// <param name="warehouseFolder">Folder of the archive and the lake.</param>
public sealed class ArchiveRecomputation(string warehouseFolder)
{
    // Pseudonyms are compared with each other alone, so that another key gives the same figure.
    static readonly byte[] AnyKey = new byte[32];

    readonly Archive archive = new(Path.Combine(warehouseFolder, "archive"));

    /// <summary>The files that the figure is computed from: its cities' of the sources it reads. Null when the release holds no such figure.</summary>
    public IReadOnlyList<ReleaseInput>? Files(ReleaseSnapshot release, FigureId id, CancellationToken cancel) =>
        new EvidenceReader(release, Path.Combine(warehouseFolder, "lake")).Loads(id, cancel);

    /// <summary>The figure from these files' bytes.</summary>
    /// <param name="files">All that <see cref="Files"/> gave for it.</param>
    /// <exception cref="LostFileException">The archive does not hold one of them.</exception>
    public async Task<FigureEvidence> Run(ReleaseSnapshot release, FigureId id, IReadOnlyList<ReleaseInput> files, CancellationToken cancel)
    {
        if (files.FirstOrDefault(file => !archive.Holds(file.Sha256)) is { } lost) throw new LostFileException(lost);
        var temporary = Directory.CreateTempSubdirectory("dca-recompute-").FullName;
        try
        {
            using var again = WarehouseDatabase.Open(new WarehouseOptions { Folder = Path.Combine(temporary, "warehouse") });
            using (var connection = again.Connect())
                foreach (var area in release.Areas.Values) AreaTable.Put(connection, area);
            foreach (var file in files) await Load(again, file, cancel);
            var lake = Path.Combine(temporary, "lake");
            RebuiltLake.Write(again, release, files, lake);
            return new EvidenceReader(release, lake).Explain(id, cancel)!;
        }
        finally
        {
            // The archive keeps its files read-only; that does not keep their folder from being removed.
            Directory.Delete(temporary, recursive: true);
        }
    }

    // As of the day on which it was loaded: a date that was in the future then is so still.
    async Task Load(WarehouseDatabase again, ReleaseInput file, CancellationToken cancel)
    {
        var loader = new Loader(again, ContractCatalogue.BuiltIn(), IdentityKey.Of(AnyKey), new MomentOf(file.LoadedAt));
        await using var content = archive.Open(file.Sha256);
        await loader.Load(file.Source, content, file.FileName, LoadOptions.Default with { Synthetic = file.Synthetic }, null, cancel);
    }

    sealed class MomentOf(DateTime moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(moment, TimeSpan.Zero);
    }
}

/// <summary>The archive lacks a file that a release was made from.</summary>
public sealed class LostFileException(ReleaseInput file) : IOException(
    $"The archive does not hold {file.FileName} (SHA-256 {file.Sha256}); expected every file that a release was made from. Restore the archive from its copy.")
{
    public ReleaseInput Lost { get; } = file;
}
