using System.Security.Cryptography;
using System.Text.Json;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Uploads;

/// <summary>Received files and their state, one folder each, so that a restart goes on where the process was ended.</summary>
public sealed class UploadStore(IOptions<WarehouseOptions> options, TimeProvider clock)
{
    const string StateFile = "upload.json";
    readonly string folder = Path.Combine(options.Value.Folder, "uploads");
    readonly Lock changing = new();

    /// <summary>Keeps the bytes and says what they are; with a key that was used before, what was sent then.</summary>
    /// <returns>The upload, and whether it is new. Null when the key was used for another file.</returns>
    internal async Task<(Upload Upload, bool IsNew)?> Receive(Stream content, Upload described, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        var place = Directory.CreateDirectory(Path.Combine(folder, id)).FullName;
        string sha256;
        long bytes;
        try
        {
            await using var file = new FileStream(Path.Combine(place, Path.GetFileName(described.File)), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, useAsync: true);
            await content.CopyToAsync(file, cancel);
            bytes = file.Length;
            file.Position = 0;
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        }
        catch
        {
            // A sender who goes away in the middle leaves nothing behind.
            Directory.Delete(place, recursive: true);
            throw;
        }
        var upload = described with { Id = id, Bytes = bytes, Sha256 = sha256, ReceivedAt = clock.GetUtcNow().UtcDateTime };
        lock (changing)
        {
            var before = upload.Key is null ? null : All().FirstOrDefault(x => x.Key == upload.Key && x.Uploader == upload.Uploader);
            if (before is null)
            {
                Write(upload);
                return (upload, true);
            }
            Directory.Delete(place, recursive: true);
            return before.Sha256 == sha256 && before.Source == upload.Source && before.File == upload.File ? (before, false) : null;
        }
    }

    public Upload? Find(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower) ? Read(Path.Combine(folder, id, StateFile)) : null;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Upload> All() => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).OrderDescending(StringComparer.Ordinal).Select(place => Read(Path.Combine(place, StateFile))).OfType<Upload>().ToList()
        : [];

    internal string FileOf(Upload upload) => Path.Combine(folder, upload.Id, Path.GetFileName(upload.File));

    internal void Save(Upload upload)
    {
        lock (changing) Write(upload);
        // The archive has the bytes of what was loaded; a refused file is not needed either, since its sender has it.
        if (upload.Ended) File.Delete(FileOf(upload));
    }

    void Write(Upload upload)
    {
        var file = Path.Combine(folder, upload.Id, StateFile);
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(upload, JsonText.Options));
        File.Move(file + ".new", file, overwrite: true);
    }

    static Upload? Read(string file) => File.Exists(file) ? JsonSerializer.Deserialize<Upload>(File.ReadAllBytes(file), JsonText.Options) : null;
}
