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
    readonly Lock opening = new();
    CurrentRelease? pointer;
    ReleaseSnapshot? snapshot;

    public ReleaseStore(WarehouseOptions options) : this(Path.Combine(options.Folder, "releases")) { }

    public string Folder { get; } = folder;

    /// <summary>The file that names the current release.</summary>
    public static string PointerFile(string folder) => Path.Combine(folder, "current.json");

    /// <summary>The current release, or null when none has been published yet.</summary>
    public ReleaseSnapshot? Current()
    {
        var path = PointerFile(Folder);
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
            return snapshot;
        }
    }
}
