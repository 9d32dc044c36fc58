using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace DemoCityAnalytics.Warehouse.Storage;

/// <summary>
/// Files on their way into the archive. They lie beside it until their load has taken effect; what is not kept by then goes with the
/// delivery, so that a load that is cancelled or refused leaves no bytes behind.
/// </summary>
public sealed class Delivery(Archive archive, string folder) : IDisposable
{
    int files;

    /// <summary>Receives a file. Its bytes are complete on disk before this returns; those that the archive has already are not stored again.</summary>
    public async Task<ArchivedFile> Receive(Stream content, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        // Numbered, because one delivery may bring the same bytes twice.
        var number = Interlocked.Increment(ref files).ToString(CultureInfo.InvariantCulture);
        var partial = Path.Combine(folder, number);
        var (sha256, bytes) = await Write(content, partial, cancel);
        if (archive.Holds(sha256))
        {
            File.Delete(partial);
            return new ArchivedFile(sha256, bytes, archive.PathOf(sha256));
        }
        var whole = $"{partial}-{sha256}";
        File.Move(partial, whole);
        return new ArchivedFile(sha256, bytes, whole);
    }

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>The SHA-256 of a file that was received whole; of another, its number.</summary>
    internal static string HashOf(string path) => Path.GetFileName(path).Split('-')[^1];

    async Task<(string Sha256, long Bytes)> Write(Stream content, string path, CancellationToken cancel)
    {
        // Lent, because most files are far smaller than what makes large ones quick.
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 20);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            await file.FlushAsync(cancel);
            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            // What is kept already lies on the disk; forcing a copy of it there would be most of the cost of a file sent twice.
            if (!archive.Holds(sha256)) file.Flush(flushToDisk: true);
            return (sha256, file.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
