using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Releases;

/// <summary>A file with all figures of a release.</summary>
public sealed record BulkFile(string Name, string MediaType, long Bytes, string Sha256, string Path);

/// <summary>
/// All figures of a release as files, made when first asked for and kept beside the releases: a file's name holds that of its release, so
/// that the bytes at an address never change.
/// </summary>
public sealed class BulkFiles(IOptions<WarehouseOptions> options) : IDisposable
{
    const string Parquet = "parquet";
    const string Packed = "csv.gz";
    readonly SemaphoreSlim making = new(1, 1);
    readonly ConcurrentDictionary<string, IReadOnlyList<BulkFile>> known = new(StringComparer.Ordinal);

    /// <summary>The files, when they have been made.</summary>
    public IReadOnlyList<BulkFile> Made(ReleaseSnapshot release) => known.GetValueOrDefault(release.Manifest.Name) ?? [];

    /// <summary>The files; the first call for a release takes seconds, for they hold every figure.</summary>
    public async Task<IReadOnlyList<BulkFile>> Of(ReleaseSnapshot release, CancellationToken cancel)
    {
        await making.WaitAsync(cancel);
        try
        {
            if (!known.TryGetValue(release.Manifest.Name, out var files)) known[release.Manifest.Name] = files = await Make(release, cancel);
            return files;
        }
        finally
        {
            making.Release();
        }
    }

    public static IReadOnlyList<string> Names(ReleaseSnapshot release) => [Name(release, Parquet), Name(release, Packed)];

    static string Name(ReleaseSnapshot release, string ending) => $"observations-{release.Manifest.Name}.{ending}";

    public void Dispose() => making.Dispose();

    async Task<IReadOnlyList<BulkFile>> Make(ReleaseSnapshot release, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Value.Folder, "bulk", release.Manifest.Name)).FullName;
        var set = Everything(release);
        var files = new List<BulkFile>();
        foreach (var (ending, mediaType) in new[] { (Parquet, "application/vnd.apache.parquet"), (Packed, "application/gzip") })
        {
            var name = Name(release, ending);
            var file = Path.Combine(folder, name);
            if (!File.Exists(file))
            {
                var building = Path.Combine(folder, $"building-{Guid.NewGuid():N}.tmp");
                if (ending == Parquet) await Task.Run(() => ParquetFile.Write(set, building, cancel), cancel);
                else await Pack(set, building, cancel);
                File.Move(building, file, overwrite: true);
            }
            await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
            files.Add(new BulkFile(name, mediaType, bytes.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancel)), file));
        }
        return files;
    }

    static async Task Pack(ObservationSet set, string file, CancellationToken cancel)
    {
        await using var bytes = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        await using var packing = new GZipStream(bytes, CompressionLevel.Optimal);
        await new CsvRows().Write(set, packing, cancel);
    }

    // Every area, not the cities alone, and every breakdown.
    static ObservationSet Everything(ReleaseSnapshot release)
    {
        var areas = release.Areas.Keys.Order().ToList();
        var rows = from indicator in release.Indicators
                   from area in areas
                   from x in release.Observations(indicator.Code, area)
                   select ObservationView.Of(x, indicator.Header, release.Manifest.Name);
        return new ObservationSet
        {
            Release = release,
            Language = RequestLanguage.For(RequestLanguage.Chinese),
            Labels = LabelChoice.Both,
            AsOf = null,
            Rows = rows,
            Indicators = release.Indicators.Select(x => x.Code).ToList(),
            Areas = areas,
            Total = rows.Count(),
        };
    }
}
