using System.Buffers.Binary;
using System.Numerics;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>
/// What cells of a column were found to say, for columns that say few things over and over (codes, days). Each text has one place and
/// takes it from the text before, so that memory is bounded and texts made to collide only make it useless.
/// </summary>
sealed class RecentCells<T>
{
    const int Places = 2_048;
    const int Longest = 32;

    readonly byte[] texts = new byte[Places * Longest];
    readonly byte[] lengths = new byte[Places];
    readonly T[] findings = new T[Places];

    public bool TryGet(ReadOnlySpan<byte> cell, out T finding)
    {
        if (cell.Length <= Longest && Place(cell) is var place && lengths[place] == cell.Length && cell.SequenceEqual(texts.AsSpan(place * Longest, cell.Length)))
        {
            finding = findings[place];
            return true;
        }
        finding = default!;
        return false;
    }

    public T Add(ReadOnlySpan<byte> cell, T finding)
    {
        if (cell.Length > Longest) return finding;
        var place = Place(cell);
        cell.CopyTo(texts.AsSpan(place * Longest));
        lengths[place] = (byte)cell.Length;
        findings[place] = finding;
        return finding;
    }

    // The first and the last eight bytes (which may overlap), or a shorter text as one number.
    static int Place(ReadOnlySpan<byte> cell)
    {
        ulong first = 0, last = 0;
        if (cell.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(cell);
            last = BinaryPrimitives.ReadUInt64LittleEndian(cell[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var letter in cell) first = first << 8 | letter;
        }
        var mixed = (first ^ BitOperations.RotateLeft(last, 29)) * 0x9E37_79B9_7F4A_7C15UL;
        return (int)(mixed >> 53) & Places - 1;
    }
}
