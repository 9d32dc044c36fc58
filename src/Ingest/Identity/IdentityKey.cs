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
}

/// <summary>
/// Turns a person's number into a pseudonym: the first 8 bytes of HMAC-SHA-256. The number itself is never stored.
/// </summary>
public sealed class IdentityKey
{
    const int Length = 32;
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly byte[] key;

    IdentityKey(byte[] key) => this.key = key;

    /// <summary>Reads the key file, or makes one.</summary>
    /// <exception cref="IdentityKeyException">The file can be read by others, or is no key.</exception>
    public static IdentityKey Open(IdentityOptions options)
    {
        var file = Path.GetFullPath(options.KeyFile);
        if (!File.Exists(file)) Create(file);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~OwnerOnly) != UnixFileMode.None)
            throw new IdentityKeyException($"The identity key {file} can be read by others (mode {Convert.ToString((int)File.GetUnixFileMode(file), 8)}), expected 600. Run: chmod 600 {file}");
        var key = File.ReadAllBytes(file);
        return key.Length == Length ? new IdentityKey(key)
            : throw new IdentityKeyException($"The identity key {file} has {key.Length} bytes, expected {Length}. Restore it from its safe copy; a new key would break the link to persons loaded before.");
    }

    /// <summary>A key given by the caller, for tests and temporary warehouses.</summary>
    public static IdentityKey Of(ReadOnlySpan<byte> key) =>
        key.Length == Length ? new IdentityKey(key.ToArray()) : throw new ArgumentException($"A key has {Length} bytes.", nameof(key));

    /// <summary>The pseudonym of a normalised number.</summary>
    public long Pseudonym(ReadOnlySpan<byte> number)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, number, hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
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
