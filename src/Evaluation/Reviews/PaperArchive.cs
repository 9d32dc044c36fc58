using System.Security.Cryptography;

namespace DemoCityAnalytics.Evaluation.Reviews;

/// <summary>Papers by the hash of their bytes: evidence, objections, proofs. A paper is written once and never changed.</summary>
public sealed class PaperArchive(string folder)
{
    /// <returns>The paper's SHA-256.</returns>
    public async Task<string> Put(Stream paper, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var arriving = Path.Combine(folder, $"{Guid.NewGuid():n}.arriving");
        try
        {
            string sha256;
            await using (var file = new FileStream(arriving, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await paper.CopyToAsync(file, cancel);
                file.Position = 0;
                sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
            }
            var kept = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            if (!File.Exists(kept)) File.Move(arriving, kept);
            return sha256;
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    /// <summary>The paper, or null when only its hash was ever attached.</summary>
    public Stream? Open(string sha256) => Holds(sha256) ? File.OpenRead(PathOf(sha256)) : null;

    public bool Holds(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) && File.Exists(PathOf(sha256));

    string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);
}
