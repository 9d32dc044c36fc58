using System.Text;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>Writes delimited text: a cell that holds a delimiter, a quote or a line break is quoted.</summary>
public sealed class DelimitedWriter(Stream content, Encoding encoding, char delimiter) : IDisposable
{
    readonly StreamWriter writer = new(content, encoding, 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
    readonly char[] quoted = [delimiter, '"', '\r', '\n'];

    public void Row(IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) writer.Write(delimiter);
            first = false;
            if (cell.AsSpan().IndexOfAny(quoted) < 0) writer.Write(cell);
            else writer.Write('"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"');
        }
        writer.WriteLine();
    }

    public void Dispose() => writer.Dispose();
}
