using System.Text.Json;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>What <c>releases/current.json</c> holds: the release that readers are to use.</summary>
public sealed record CurrentRelease(string Name, string File);

/// <summary>
/// Gives readers the current release. A new one is picked up when the pointer changes; readers that hold the old one are undisturbed.
/// </summary>
public sealed class ReleaseStore(string folder)
{
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);
    readonly Lock opening = new();
    long seen;
    CurrentRelease? pointer;
    ReleaseSnapshot? snapshot;

    public ReleaseStore(WarehouseOptions options) : this(Path.Combine(options.Folder, "releases")) { }

    public string Folder { get; } = folder;

    /// <summary>The file that names the current release.</summary>
    public static string PointerFile(string folder) => Path.Combine(folder, "current.json");

    /// <summary>The releases that are kept, oldest first, the current one last.</summary>
    public IReadOnlyList<ReleaseManifest> Kept() => [.. KeptFiles().Select(release => release.Manifest)];

    /// <summary>A release that is kept, by its name; null when there is none.</summary>
    public ReleaseSnapshot? Named(string name) =>
        KeptFiles().FirstOrDefault(release => release.Manifest.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).File is { } file ? ReleaseSnapshot.Open(file) : null;

    IReadOnlyList<(ReleaseManifest Manifest, string File)> KeptFiles() => Current() is { } current ? ReleaseFiles.Kept(Folder, current.Manifest.Name) : [];

    /// <summary>The current release, or null when none has been published yet.</summary>
    public ReleaseSnapshot? Current()
    {
        var path = PointerFile(Folder);
        var written = File.GetLastWriteTimeUtc(path);
        if (Volatile.Read(ref seen) == written.Ticks && snapshot is { } known) return known;
        if (!File.Exists(path)) return null;
        var now = JsonSerializer.Deserialize<CurrentRelease>(File.ReadAllBytes(path))
            ?? throw new InvalidDataException($"{path} is empty; publish again.");
        lock (opening)
        {
            if (now != pointer || snapshot is null)
            {
                snapshot = ReleaseSnapshot.Open(Path.Combine(Folder, now.File));
                pointer = now;
            }
            // File systems keep coarse times: a pointer written just now may be written again without a trace, and is read again until it has rested.
            Volatile.Write(ref seen, TimeProvider.System.GetUtcNow().UtcDateTime - written > Rest ? written.Ticks : 0);
            return snapshot;
        }
    }
}
