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
    public virtual void Grow(int rows) => System.Array.Resize(ref filled, rows);

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
        var validity = new byte[(rows + 7) / 8];
        var nulls = 0;
        for (var row = 0; row < rows; row++)
        {
            validity[row >> 3] |= (byte)(filled[row] << (row & 7));
            nulls += 1 - filled[row];
        }
        var array = ArrowArrayFactory.BuildArray(new ArrayData(Field.DataType, rows, nulls, 0, [new ArrowBuffer(validity), .. Values(rows)]));
        filled = [];
        return array;
    }

    protected abstract IEnumerable<ArrowBuffer> Values(int rows);
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
        System.Array.Resize(ref values, rows * Width);
    }

    protected override IEnumerable<ArrowBuffer> Values(int rows)
    {
        var taken = values;
        values = [];
        yield return new ArrowBuffer(taken.AsMemory(0, rows * Width));
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
        System.Array.Resize(ref values, rows);
    }

    protected override IEnumerable<ArrowBuffer> Values(int rows)
    {
        var bits = new byte[(rows + 7) / 8];
        for (var row = 0; row < rows; row++) bits[row >> 3] |= (byte)(values[row] << (row & 7));
        yield return new ArrowBuffer(bits);
    }
}

/// <summary>UTF-8 text.</summary>
public sealed class TextBuffers(string name) : ArrowBuffers(name, StringType.Default)
{
    byte[] offsets = [];
    byte[] bytes = new byte[256];

    /// <summary>Bytes of text collected so far, to keep a batch from growing without bound.</summary>
    public int Bytes { get; private set; }

    public void Set(int row, ReadOnlySpan<byte> text)
    {
        var start = Start(row);
        if (bytes.Length < start + text.Length) System.Array.Resize(ref bytes, Math.Max(bytes.Length * 2, start + text.Length));
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
        System.Array.Resize(ref offsets, (rows + 1) * sizeof(int));
    }

    protected override IEnumerable<ArrowBuffer> Values(int rows)
    {
        var (takenOffsets, takenBytes) = (offsets, bytes);
        var end = MemoryMarshal.Read<int>(takenOffsets.AsSpan(rows * sizeof(int)));
        // The next batch will need about as many bytes as this one.
        (offsets, bytes, Bytes) = ([], new byte[Math.Max(256, end)], 0);
        yield return new ArrowBuffer(takenOffsets.AsMemory(0, (rows + 1) * sizeof(int)));
        yield return new ArrowBuffer(takenBytes.AsMemory(0, end));
    }
}
