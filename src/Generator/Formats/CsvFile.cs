using System.Buffers;
using System.Text;
using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Formats;

/// <summary>Comma-separated text.</summary>
sealed class CsvFile : TableFile
{
    static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    readonly StreamWriter _writer;
    readonly IReadOnlyList<Column> _columns;
    readonly Dialect _dialect;

    public CsvFile(string path, Encoding encoding, string newLine, IReadOnlyList<Column> columns, IEnumerable<string> headings, Dialect dialect)
    {
        _writer = new StreamWriter(path, append: false, encoding, 1 << 16) { NewLine = newLine };
        (_columns, _dialect) = (columns, dialect);
        _writer.WriteLine(string.Join(',', headings));
    }

    public override void Dispose() => _writer.Dispose();

    protected override void WriteRow(ReadOnlySpan<Cell> cells, ulong salt) => WriteCells(cells, salt, _columns.Count);

    protected override void WriteRaggedRow(ReadOnlySpan<Cell> cells, ulong salt)
    {
        if (salt % 2 == 0) WriteCells(cells, salt, _columns.Count - 2);
        else WriteCells(cells, salt, _columns.Count, "多余");
    }

    void WriteCells(ReadOnlySpan<Cell> cells, ulong salt, int count, string? surplus = null)
    {
        Span<char> buffer = stackalloc char[64];
        for (var i = 0; i < count; i++)
        {
            if (i > 0) _writer.Write(',');
            WriteText(_dialect.Write(_columns[i], cells[_columns[i].Index], salt, buffer));
        }
        if (surplus is not null)
        {
            _writer.Write(',');
            _writer.Write(surplus);
        }
        _writer.WriteLine();
    }

    void WriteText(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(NeedQuotes) < 0)
        {
            _writer.Write(text);
            return;
        }
        _writer.Write('"');
        foreach (var character in text)
        {
            if (character == '"') _writer.Write('"');
            _writer.Write(character);
        }
        _writer.Write('"');
    }
}
