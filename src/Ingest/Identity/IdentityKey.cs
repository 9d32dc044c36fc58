using System.Buffers.Binary;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace DemoCityAnalytics.Ingest.Identity;

/// <summary>Where the key lies by which person numbers become pseudonyms.</summary>
public sealed class IdentityOptions
{
    /// <summary>File of the key, 32 bytes; created for the owner alone when it is absent. It belongs in no database and no backup of one.</summary>
    /// <value>Default: <c>data/identity.key</c>.</value>
    [Required] public string KeyFile { get; set; } = "data/identity.key";

    /// <summary>Files of the keys that were in use before, the oldest first. They go on being needed; <c>dca rotate-key</c> brings stored rows to the newest.</summary>
    /// <value>Default: none.</value>
    public IList<string> FormerKeyFiles { get; } = [];
}

/// <summary>
/// Turns a person's number into a pseudonym: the first 8 bytes of HMAC-SHA-256. The number itself is never stored. A newer key turns the
/// pseudonym of the one before into its own, so that stored rows can follow without the numbers, and persons stay the same persons.
/// </summary>
public sealed class IdentityKey
{
    const int Length = 32;
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly byte[][] keys;

    IdentityKey(byte[][] keys) => this.keys = keys;

    /// <summary>What tells these keys from others without giving them away; of the oldest alone first, of all of them last.</summary>
    public IReadOnlyList<string> Fingerprints =>
        [.. keys.Select((_, last) => Convert.ToHexStringLower(keys[..(last + 1)].Aggregate("fingerprint"u8.ToArray(), (text, key) => HMACSHA256.HashData(key, text))))];

    /// <summary>Reads the key files; makes the newest when it is absent.</summary>
    /// <exception cref="IdentityKeyException">A file can be read by others, is no key, or a former one is absent.</exception>
    public static IdentityKey Open(IdentityOptions options)
    {
        var newest = Path.GetFullPath(options.KeyFile);
        var former = options.FormerKeyFiles.Select(Path.GetFullPath).ToList();
        if (former.Find(file => !File.Exists(file)) is { } absent)
            throw new IdentityKeyException($"The former identity key {absent} is not there. Restore it from its safe copy; without it no person can be linked to rows loaded before.");
        if (!File.Exists(newest)) Create(newest);
        return new IdentityKey([.. former.Append(newest).Select(Read)]);
    }

    static byte[] Read(string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~OwnerOnly) != UnixFileMode.None)
            throw new IdentityKeyException($"The identity key {file} can be read by others (mode {Convert.ToString((int)File.GetUnixFileMode(file), 8)}), expected 600. Run: chmod 600 {file}");
        var key = File.ReadAllBytes(file);
        return key.Length == Length ? key
            : throw new IdentityKeyException($"The identity key {file} has {key.Length} bytes, expected {Length}. Restore it from its safe copy; a new key would break the link to persons loaded before.");
    }

    /// <summary>A key given by the caller, for tests and temporary warehouses.</summary>
    public static IdentityKey Of(params byte[][] keys) =>
        keys.All(key => key.Length == Length) ? new IdentityKey(keys) : throw new ArgumentException($"A key has {Length} bytes.", nameof(keys));

    /// <summary>The pseudonym of a normalised number.</summary>
    public long Pseudonym(ReadOnlySpan<byte> number)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys[0], number, hash);
        return Follow(BinaryPrimitives.ReadInt64BigEndian(hash), 1);
    }

    /// <summary>The pseudonym that a pseudonym under the first <paramref name="made"/> keys is under all of them.</summary>
    public long Follow(long pseudonym, int made)
    {
        Span<byte> before = stackalloc byte[sizeof(long)];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (var key = made; key < keys.Length; key++)
        {
            BinaryPrimitives.WriteInt64BigEndian(before, pseudonym);
            HMACSHA256.HashData(keys[key], before, hash);
            pseudonym = BinaryPrimitives.ReadInt64BigEndian(hash);
        }
        return pseudonym;
    }

    static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(file, options);
        stream.Write(RandomNumberGenerator.GetBytes(Length));
        stream.Flush(flushToDisk: true);
    }
}

/// <summary>The identity key cannot be used as it lies there.</summary>
public sealed class IdentityKeyException(string message) : Exception(message);
