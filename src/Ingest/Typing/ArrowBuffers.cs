using System.Numerics;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>
/// Collects the values of one column. A value is written to the slot of its row; a row that turns out to be rejected is simply
/// overwritten by the next one, so that nothing has to be taken back.
/// </summary>
public abstract class ArrowBuffers(string name, IArrowType type)
{
    byte[] filled = [];

    public Field Field { get; } = new(name, type, nullable: true);

    /// <summary>Makes room for this many rows.</summary>
    public virtual void Grow(int rows) => Grow(ref filled, rows);

    /// <summary>Makes an array at least this long, keeping what it holds; its rest is zero, for slots that nothing is written to.</summary>
    protected static void Grow(ref byte[] values, int bytes)
    {
        if (values.Length >= bytes) return;
        var larger = PinnedBlocks.Rent(bytes);
        values.CopyTo(larger.AsSpan());
        larger.AsSpan(values.Length).Clear();
        PinnedBlocks.Return(values);
        values = larger;
    }

    public void SetNull(int row)
    {
        filled[row] = 0;
        Clear(row);
    }

    protected virtual void Clear(int row)
    {
    }

    protected void Fill(int row) => filled[row] = 1;

    /// <summary>Hands the first rows over as an Arrow array. Room for further rows has to be made anew.</summary>
    public IArrowArray Take(int rows)
    {
        var validity = Bits(filled, rows, out var ones);
        filled.AsSpan(0, rows).Clear();
        return ArrowArrayFactory.BuildArray(new ArrayData(Field.DataType, rows, rows - ones, 0, [validity, .. Values(rows)]));
    }

    protected abstract ArrowBuffer[] Values(int rows);

    /// <summary>One bit for each byte, which is 0 or 1.</summary>
    protected static ArrowBuffer Bits(byte[] values, int rows, out int ones)
    {
        var bytes = (rows + 7) / 8;
        var bits = PinnedBlocks.Rent(bytes);
        ones = 0;
        var row = 0;
        for (; row + 8 <= rows; row += 8)
        {
            // Eight bytes of 0 or 1 become eight bits: the product brings byte k's bit to place 56 + k.
            var eight = MemoryMarshal.Read<ulong>(values.AsSpan(row));
            var packed = (byte)(eight * 0x0102_0408_1020_4080UL >> 56);
            bits[row >> 3] = packed;
            ones += BitOperations.PopCount(packed);
        }
        if (row < rows) bits[row >> 3] = 0;
        for (; row < rows; row++)
        {
            bits[row >> 3] |= (byte)(values[row] << (row & 7));
            ones += values[row];
        }
        return new ArrowBuffer(PinnedBlocks.Lend(bits, bytes));
    }
}

/// <summary>Values of a fixed width: integers, dates, timestamps, decimals.</summary>
public sealed class FixedBuffers<T>(string name, IArrowType type) : ArrowBuffers(name, type)
    where T : unmanaged
{
    static readonly int Width = Marshal.SizeOf<T>();

    byte[] values = [];

    public void Set(int row, T value)
    {
        MemoryMarshal.Write(values.AsSpan(row * Width), in value);
        Fill(row);
    }

    public override void Grow(int rows)
    {
        base.Grow(rows);
        Grow(ref values, rows * Width);
    }

    protected override ArrowBuffer[] Values(int rows)
    {
        var taken = values;
        values = [];
        return [new ArrowBuffer(PinnedBlocks.Lend(taken, rows * Width))];
    }
}

/// <summary>True or false, one bit a row in the array.</summary>
public sealed class YesNoBuffers(string name) : ArrowBuffers(name, BooleanType.Default)
{
    byte[] values = [];

    public void Set(int row, bool value)
    {
        values[row] = value ? (byte)1 : (byte)0;
        Fill(row);
    }

    public override void Grow(int rows)
    {
        base.Grow(rows);
        Grow(ref values, rows);
    }

    protected override ArrowBuffer[] Values(int rows) => [Bits(values, rows, out _)];
}

/// <summary>UTF-8 text.</summary>
public sealed class TextBuffers(string name) : ArrowBuffers(name, StringType.Default)
{
    byte[] offsets = [];
    byte[] bytes = [];

    /// <summary>Bytes of text collected so far, to keep a batch from growing without bound.</summary>
    public int Bytes { get; private set; }

    public void Set(int row, ReadOnlySpan<byte> text)
    {
        var start = Start(row);
        if (bytes.Length < start + text.Length) Grow(ref bytes, start + text.Length);
        text.CopyTo(bytes.AsSpan(start));
        End(row, start + text.Length);
        Fill(row);
    }

    /// <summary>What the row's slot holds.</summary>
    public ReadOnlySpan<byte> this[int row] => bytes.AsSpan(Start(row)..Start(row + 1));

    protected override void Clear(int row) => End(row, Start(row));

    int Start(int row) => MemoryMarshal.Read<int>(offsets.AsSpan(row * sizeof(int)));

    void End(int row, int end)
    {
        MemoryMarshal.Write(offsets.AsSpan((row + 1) * sizeof(int)), in end);
        Bytes = end;
    }

    public override void Grow(int rows)
    {
        base.Grow(rows);
        Grow(ref offsets, (rows + 1) * sizeof(int));
    }

    protected override ArrowBuffer[] Values(int rows)
    {
        var (takenOffsets, takenBytes) = (offsets, bytes);
        var end = MemoryMarshal.Read<int>(takenOffsets.AsSpan(rows * sizeof(int)));
        // The next batch will need about as many bytes as this one.
        (offsets, bytes, Bytes) = ([], PinnedBlocks.Rent(end), 0);
        return [new ArrowBuffer(PinnedBlocks.Lend(takenOffsets, (rows + 1) * sizeof(int))), new ArrowBuffer(PinnedBlocks.Lend(takenBytes, end))];
    }
}
