using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Releases;

/// <summary>
/// What stands behind figures, computed again from the source rows when first asked for and kept while the release is current. It reads
/// files and computes, so only a few are made at a time.
/// </summary>
public sealed class FigureEvidences(IOptions<WarehouseOptions> options) : IDisposable
{
    const int AtOnce = 2;
    const int Kept = 500;
    readonly SemaphoreSlim making = new(AtOnce, AtOnce);
    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Kept });

    /// <summary>Null when the release has no such figure.</summary>
    public Task<FigureEvidence?> Explain(ReleaseSnapshot release, FigureId id, CancellationToken cancel) =>
        Get($"{release.Manifest.Name}|{id}", () => Reader(release).Explain(id, cancel), cancel);

    /// <summary>One page of the source rows, masked; null when the release has no such figure.</summary>
    public Task<EvidencePage?> Rows(ReleaseSnapshot release, FigureId id, int page, int pageSize, CancellationToken cancel) =>
        Get($"{release.Manifest.Name}|{id}|{page}|{pageSize}", () => Reader(release).Rows(id, page, pageSize, cancel), cancel);

    public void Dispose()
    {
        kept.Dispose();
        making.Dispose();
    }

    EvidenceReader Reader(ReleaseSnapshot release) => new(release, Path.Combine(options.Value.Folder, "lake"));

    async Task<T?> Get<T>(string key, Func<T?> make, CancellationToken cancel) where T : class
    {
        if (kept.TryGetValue(key, out T? known)) return known;
        await making.WaitAsync(cancel);
        try
        {
            return kept.Set(key, await Task.Run(make, cancel), new MemoryCacheEntryOptions { Size = 1 });
        }
        finally
        {
            making.Release();
        }
    }
}
