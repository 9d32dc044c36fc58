using System.Buffers;
using System.Security.Cryptography;

namespace DemoCityAnalytics.Warehouse.Storage;

/// <summary>One received file: its exact bytes are kept under its SHA-256 (lower-case hexadecimal).</summary>
public sealed record ArchivedFile(string Sha256, long Bytes, string Path);

/// <summary>
/// The exact bytes received, by SHA-256, never changed. Everything else can be rebuilt from them.
/// </summary>
public sealed class Archive(string folder)
{
    /// <summary>Keeps the file's bytes. The copy is complete on disk before this returns; the same bytes twice are kept once.</summary>
    public async Task<ArchivedFile> Keep(Stream content, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $"incoming-{Guid.NewGuid():N}.tmp");
        // Lent, because most files are far smaller than what makes large ones quick.
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 20);
        try
        {
            string sha256;
            long bytes;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, useAsync: true))
            using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
            {
                for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
                {
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }
                await file.FlushAsync(cancel);
                sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
                bytes = file.Length;
                // What is kept already lies on the disk; forcing a copy of it there would be most of the cost of a file sent twice.
                if (!Holds(sha256)) file.Flush(flushToDisk: true);
            }
            var path = PathOf(sha256);
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Move(temporary, path, overwrite: true);
                File.SetAttributes(path, FileAttributes.ReadOnly);
            }
            return new ArchivedFile(sha256, bytes, path);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (File.Exists(temporary)) File.Delete(temporary);
        }
    }

    /// <exception cref="FileNotFoundException">The archive does not hold these bytes.</exception>
    public Stream Open(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);

    public bool Holds(string sha256) => File.Exists(PathOf(sha256));

    public string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);
}
