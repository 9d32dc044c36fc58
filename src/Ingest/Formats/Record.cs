namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>Why a record could not be cut into cells.</summary>
public enum RecordFault { None, QuoteNotClosed, TextAfterQuote, QuoteInText, NotJsonObject, RepeatedName }

/// <summary>
/// One record of a table: its cells as UTF-8 bytes, and the physical line (or sheet row) it begins on. Reused from record to record.
/// </summary>
public sealed class Record
{
    int[] starts = new int[32];
    int[] lengths = new int[32];
    ulong[] nested = new ulong[1];
    byte[] bytes = [];

    /// <summary>Physical line or sheet row, from 1.</summary>
    public int Line { get; private set; }

    public int Count { get; private set; }

    public RecordFault Fault { get; set; }

    /// <summary>The fault is seen on the record's first line, so that it cannot be a cell of several lines.</summary>
    public bool IsFaultOnFirstLine { get; set; }

    public ReadOnlySpan<byte> this[int cell] => bytes.AsSpan(starts[cell], lengths[cell]);

    /// <summary>The cell holds an object or an array (JSON), not a value.</summary>
    public bool IsNested(int cell) => cell < nested.Length * 64 && (nested[cell / 64] & 1UL << cell % 64) != 0;

    /// <summary>All cells are empty or white space.</summary>
    public bool IsBlank
    {
        get
        {
            if (Fault != RecordFault.None) return false;
            for (var cell = 0; cell < Count; cell++)
            {
                if (Utf8Text.Trim(this[cell]).Length > 0) return false;
            }
            return true;
        }
    }

    /// <summary>Begins a record whose cells lie in <paramref name="buffer"/>.</summary>
    internal void Begin(byte[] buffer, int line)
    {
        bytes = buffer;
        Line = line;
        Count = 0;
        Fault = RecordFault.None;
        IsFaultOnFirstLine = false;
        Array.Clear(nested);
    }

    /// <summary>The cells now lie in a larger copy of their buffer.</summary>
    internal void Rebase(byte[] buffer) => bytes = buffer;

    internal void Add(int start, int length)
    {
        if (Count == starts.Length)
        {
            Array.Resize(ref starts, Count * 2);
            Array.Resize(ref lengths, Count * 2);
        }
        starts[Count] = start;
        lengths[Count++] = length;
    }

    /// <summary>Sets the place of a cell of a record that has this many cells, all empty at first.</summary>
    internal void Set(int cell, int start, int length, bool isNested)
    {
        while (Count <= cell) Add(0, 0);
        starts[cell] = start;
        lengths[cell] = length;
        if (!isNested) return;
        if (cell / 64 >= nested.Length) Array.Resize(ref nested, cell / 64 + 1);
        nested[cell / 64] |= 1UL << cell % 64;
    }

    /// <summary>Takes the escape signs that stand before a quote out of a quoted cell, in place.</summary>
    internal void Unescape(int cell, byte quote, byte escape)
    {
        var span = bytes.AsSpan(starts[cell], lengths[cell]);
        var written = 0;
        for (var read = 0; read < span.Length; read++)
        {
            if (span[read] == escape && read + 1 < span.Length && span[read + 1] == quote) read++;
            span[written++] = span[read];
        }
        lengths[cell] = written;
    }

    /// <summary>A copy that later records do not overwrite.</summary>
    internal Record Copy()
    {
        var copy = new Record { Line = Line, Count = Count, Fault = Fault, starts = new int[Math.Max(1, Count)], lengths = new int[Math.Max(1, Count)], nested = [.. nested] };
        var total = 0;
        for (var cell = 0; cell < Count; cell++) total += lengths[cell];
        copy.bytes = new byte[total];
        var at = 0;
        for (var cell = 0; cell < Count; cell++)
        {
            this[cell].CopyTo(copy.bytes.AsSpan(at));
            copy.starts[cell] = at;
            copy.lengths[cell] = lengths[cell];
            at += lengths[cell];
        }
        return copy;
    }
}

/// <summary>Reads a table's records one after the other.</summary>
public abstract class RecordReader : IDisposable
{
    /// <summary>Reads the next record into <paramref name="record"/>; false at the end.</summary>
    public abstract bool Read(Record record);

    /// <summary>How much of the file has been read, for progress.</summary>
    public abstract long Position { get; }

    public abstract void Dispose();
}
