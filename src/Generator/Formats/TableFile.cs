using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Formats;

/// <summary>A file being written row by row, in the way of one city system.</summary>
abstract class TableFile : IDisposable
{
    /// <summary>Data rows so far.</summary>
    public long Rows { get; private set; }

    public void Write(ReadOnlySpan<Cell> cells, ulong salt)
    {
        WriteRow(cells, salt);
        Rows++;
    }

    /// <summary>A row with a cell too few or too many; only delimited text can hold one.</summary>
    public void WriteRagged(ReadOnlySpan<Cell> cells, ulong salt)
    {
        WriteRaggedRow(cells, salt);
        Rows++;
    }

    public abstract void Dispose();

    protected abstract void WriteRow(ReadOnlySpan<Cell> cells, ulong salt);

    protected virtual void WriteRaggedRow(ReadOnlySpan<Cell> cells, ulong salt) =>
        throw new NotSupportedException("Only delimited text can hold a ragged row.");
}
