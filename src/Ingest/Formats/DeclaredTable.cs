using System.Text;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>A record of a declared table: its cells, or null when it was rejected.</summary>
public sealed record DeclaredRow(int Line, IReadOnlyList<string>? Cells);

/// <summary>
/// A delimited file whose layout is declared beforehand, outside any contract: every record under the head has the declared number of
/// cells and can be cut with certainty, or is rejected with its line. Where a line has one quote too many, the declared number of cells
/// may leave one way to cut it.
/// </summary>
public sealed record DeclaredTable(Dialect Dialect, int Columns)
{
    /// <summary>Records above the head.</summary>
    public int Preamble { get; init; }
    public int HeadRecords { get; init; } = 1;

    /// <summary>Records below the table.</summary>
    public int Footnotes { get; init; }

    /// <exception cref="UnreadableFileException">The file is no text.</exception>
    /// <exception cref="DecoderFallbackException">The text holds bytes that its encoding does not allow.</exception>
    public IReadOnlyList<DeclaredRow> Read(string path)
    {
        var encoding = TableFile.Detect(path, null).Encoding ?? throw new UnreadableFileException("该文件不是文本文件。", "The file is no text.");
        using var reader = new DelimitedReader(encoding.AsUtf8(File.OpenRead(path)), Dialect);
        var rows = new List<DeclaredRow>();
        var record = new Record();
        for (var number = 0; reader.Read(record); number++)
        {
            if (number < Preamble + HeadRecords || record.IsBlank) continue;
            rows.Add(new DeclaredRow(record.Line, Cells(record)));
        }
        return rows[..Math.Max(0, rows.Count - Footnotes)];
    }

    IReadOnlyList<string>? Cells(Record record)
    {
        if (record.IsFaultOnFirstLine) return new UnmatchedQuote(Dialect).Cells(Encoding.UTF8.GetString(record[0]), Columns);
        return record.Fault == RecordFault.None && record.Count == Columns ? [.. Enumerable.Range(0, Columns).Select(cell => Encoding.UTF8.GetString(record[cell]))] : null;
    }
}
