using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>
/// Reads the rows of one sheet. Merged cells all carry the value of their first cell, so that a head of several rows can be read
/// column by column.
/// </summary>
public sealed class SheetReader : RecordReader
{
    const int HeadRows = 20;

    readonly Stream content;
    readonly IExcelDataReader sheet;
    readonly CellRange[] merged;
    readonly Dictionary<(int Row, int Column), string> spread = [];
    byte[] cells = new byte[4096];
    int row;
    long position;

    internal SheetReader(IExcelDataReader sheet, Stream content)
    {
        (this.sheet, this.content) = (sheet, content);
        merged = (sheet.MergeCells ?? []).Where(range => range.FromRow < HeadRows).ToArray();
    }

    public override long Position => position;

    public override bool Read(Record record)
    {
        if (!sheet.Read()) return false;
        // The library closes the file once it has read its last row.
        if (content.CanRead) position = content.Position;
        row++;
        record.Begin(cells, row);
        var used = 0;
        for (var column = 0; column < sheet.FieldCount; column++)
        {
            var text = Text(sheet.GetValue(column));
            if (row <= HeadRows) text = Spread(column, text);
            var most = Encoding.UTF8.GetMaxByteCount(text.Length);
            if (cells.Length < used + most)
            {
                Array.Resize(ref cells, Math.Max(cells.Length * 2, used + most));
                record.Rebase(cells);
            }
            var length = Encoding.UTF8.GetBytes(text, cells.AsSpan(used));
            record.Add(used, length);
            used += length;
        }
        return true;
    }

    string Spread(int column, string text)
    {
        foreach (var range in merged)
        {
            if (row - 1 < range.FromRow || row - 1 > range.ToRow || column < range.FromColumn || column > range.ToColumn) continue;
            if (row - 1 == range.FromRow && column == range.FromColumn) spread[(range.FromRow, range.FromColumn)] = text;
            return spread.GetValueOrDefault((range.FromRow, range.FromColumn), text);
        }
        return text;
    }

    // 15 digits are what the workbook shows; a 17-digit double would turn 0.1 + 0.2 into 0.30000000000000004.
    static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        double number when number == Math.Truncate(number) && Math.Abs(number) < 1e15 => ((long)number).ToString(CultureInfo.InvariantCulture),
        double number when Math.Abs(number) is < 1e15 and > 1e-9 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public override void Dispose()
    {
        sheet.Dispose();
        content.Dispose();
    }
}
