namespace DemoCityAnalytics.Warehouse.Storage;

/// <summary>One received file: its exact bytes, and their SHA-256 (lower-case hexadecimal).</summary>
public sealed record ArchivedFile(string Sha256, long Bytes, string Path);

/// <summary>
/// The exact bytes of every file that was loaded, by SHA-256, never changed. Everything else can be rebuilt from them.
/// </summary>
public sealed class Archive(string folder)
{
    readonly string incoming = Path.Combine(folder, "incoming");

    /// <summary>Begins to receive files.</summary>
    public Delivery Receive() => new(this, Path.Combine(incoming, Guid.NewGuid().ToString("N")));

    /// <summary>Takes a received file in for good, once its load has taken effect.</summary>
    public void Keep(ArchivedFile file)
    {
        if (!Holds(file.Sha256)) Keep(file.Sha256, file.Path);
    }

    /// <summary>After a process that was killed: files whose load had taken effect are kept, what else had come in is removed.</summary>
    public void Recover(IReadOnlySet<string> loaded)
    {
        if (!Directory.Exists(incoming)) return;
        foreach (var path in Directory.EnumerateFiles(incoming, "*", SearchOption.AllDirectories))
        {
            var sha256 = Delivery.HashOf(path);
            if (loaded.Contains(sha256) && !Holds(sha256)) Keep(sha256, path);
        }
        Directory.Delete(incoming, recursive: true);
    }

    /// <exception cref="FileNotFoundException">The archive does not hold these bytes.</exception>
    public Stream Open(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);

    public bool Holds(string sha256) => File.Exists(PathOf(sha256));

    public string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    void Keep(string sha256, string received)
    {
        var path = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.SetAttributes(received, FileAttributes.ReadOnly);
        File.Move(received, path, overwrite: true);
    }
}
