using System.Globalization;
using System.Text.Json;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>The release folder: <c>R{number}-{id}.duckdb</c> files and the pointer to the current one.</summary>
sealed class ReleaseFiles(string folder, string lakeFolder)
{
    public ReleaseManifest? Current() => CurrentFile() is { } file ? ManifestOf(file) : null;

    /// <summary>Since when readers could be given what was computed at a moment, for all that the current release and those before it hold.</summary>
    public IReadOnlyDictionary<DateTime, DateTime> Moments()
    {
        if (CurrentFile() is not { } file) return new Dictionary<DateTime, DateTime>();
        using var release = Open(file);
        return ReleasedFigures.Moments(release);
    }

    string? CurrentFile()
    {
        var pointer = ReleaseStore.PointerFile(folder);
        if (!File.Exists(pointer)) return null;
        var file = Path.Combine(folder, JsonSerializer.Deserialize<CurrentRelease>(File.ReadAllBytes(pointer))!.File);
        return File.Exists(file) ? file : null;
    }

    public int NextNumber() => All(folder).Select(release => release.Number).DefaultIfEmpty(0).Max() + 1;

    /// <summary>Removes what a process that was killed while publishing left behind; only the warehouse's writer may ask for it.</summary>
    public void RemoveHalfMade()
    {
        foreach (var file in new[] { folder, lakeFolder }.Where(Directory.Exists).SelectMany(x => Directory.GetFiles(x, "building-*", SearchOption.AllDirectories)))
            File.Delete(file);
    }

    /// <summary>A name for a file that is not yet a release; the same bytes get their name when they are complete.</summary>
    public string Building()
    {
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"building-{Guid.NewGuid():N}.tmp");
    }

    public void Publish(string building, ReleaseManifest manifest)
    {
        using (var file = new FileStream(building, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
        var name = $"{manifest.Name}.duckdb";
        File.Move(building, Path.Combine(folder, name));

        var pointer = Building();
        using (var file = new FileStream(pointer, FileMode.CreateNew))
        {
            JsonSerializer.Serialize(file, new CurrentRelease(manifest.Name, name));
            file.Flush(flushToDisk: true);
        }
        File.Move(pointer, ReleaseStore.PointerFile(folder), overwrite: true);
    }

    /// <summary>Removes all but the newest releases, and the lake files that no remaining release names.</summary>
    public void RemoveOld(int keep, IEnumerable<string> lakeFilesInUse)
    {
        var byAge = All(folder).OrderByDescending(release => release.Number).ToList();
        if (byAge.Count <= keep) return;
        foreach (var (_, file) in byAge.Skip(keep)) File.Delete(file);
        var used = lakeFilesInUse.ToHashSet(StringComparer.Ordinal);
        foreach (var (_, file) in byAge.Take(keep))
        {
            using var release = Open(file);
            used.UnionWith(release.Query("SELECT path FROM lake", row => row.GetString(0)));
        }
        if (!Directory.Exists(lakeFolder)) return;
        foreach (var file in Directory.EnumerateFiles(lakeFolder, "*.parquet", SearchOption.AllDirectories).ToList())
            if (!used.Contains(Path.GetRelativePath(lakeFolder, file))) File.Delete(file);
    }

    /// <summary>The releases that are kept, oldest first, up to the current one.</summary>
    public static IReadOnlyList<(ReleaseManifest Manifest, string File)> Kept(string folder, string current)
    {
        var kept = All(folder).OrderBy(release => release.Number).Select(release => (Manifest: ManifestOf(release.File), release.File)).ToList();
        return kept[..(kept.FindIndex(release => release.Manifest.Name == current) + 1)];
    }

    static List<(int Number, string File)> All(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "R*-*.duckdb")
            .Select(file => (int.Parse(Path.GetFileName(file).AsSpan(1, Path.GetFileName(file).IndexOf('-', StringComparison.Ordinal) - 1), CultureInfo.InvariantCulture), file))
            .ToList();

    static ReleaseManifest ManifestOf(string file)
    {
        using var release = Open(file);
        return release.Query(
            "SELECT number, id, published_at, synthetic, definitions_hash, inputs_hash FROM release",
            row => new ReleaseManifest(
                row.GetInt32(0), row.GetString(1), DateTime.SpecifyKind(row.GetDateTime(2), DateTimeKind.Utc), row.GetBoolean(3), row.GetString(4), row.GetString(5)))
            .Single();
    }

    internal static DuckDBConnection Open(string file)
    {
        var connection = new DuckDBConnection(
            $"DataSource={file};ACCESS_MODE=READ_ONLY;autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        return connection;
    }
}
