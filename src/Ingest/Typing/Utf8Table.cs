namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>A dictionary keyed by UTF-8 bytes that is asked with a span, so that looking a cell up makes no string.</summary>
public sealed class Utf8Table<T>
{
    readonly Dictionary<byte[], T> entries = new(Utf8Comparer.Instance);
    readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> bySpan;

    public Utf8Table() => bySpan = entries.GetAlternateLookup<ReadOnlySpan<byte>>();

    public int Count => entries.Count;

    public bool TryAdd(ReadOnlySpan<byte> key, T value) => bySpan.TryAdd(key, value);

    public bool TryGet(ReadOnlySpan<byte> key, out T value) => bySpan.TryGetValue(key, out value!);
}

sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static readonly Utf8Comparer Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);
    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());
    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);
    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = new HashCode();
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }
}
