using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>
/// Reads the rows of a workbook's first sheet that holds anything. Merged cells all carry the value of their first cell, so that a
/// head of several rows can be read column by column.
/// </summary>
public sealed class SheetReader : RecordReader
{
    const long LargestUnpacked = 1L << 30;
    const int MostEntries = 4096;
    const int HeadRows = 20;

    readonly Stream content;
    readonly IExcelDataReader sheet;
    readonly CellRange[] merged;
    readonly Dictionary<(int Row, int Column), string> spread = [];
    byte[] cells = new byte[4096];
    int row;
    long position;

    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="UnreadableFileException">The workbook is broken, has a password, or unpacks to more than is allowed.</exception>
    public SheetReader(string path, FileFormat format)
    {
        content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 << 10);
        try
        {
            if (format == FileFormat.Xlsx) Guard(content);
            content.Position = 0;
            sheet = ExcelReaderFactory.CreateReader(content, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(54936), LeaveOpen = true });
            while (sheet.RowCount == 0 && sheet.NextResult())
            {
            }
            merged = (sheet.MergeCells ?? []).Where(range => range.FromRow < HeadRows).ToArray();
        }
        catch (Exception e) when (e is not UnreadableFileException and not IOException and not OutOfMemoryException)
        {
            content.Dispose();
            throw new UnreadableFileException("工作簿无法打开：文件损坏、加密或格式不符。请在表格软件中另存后重新报送。", "The workbook cannot be opened: it is damaged, has a password, or is of another format. Save it anew and send it again.");
        }
        catch
        {
            content.Dispose();
            throw;
        }
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

    // The directory of the archive says how much it unpacks to; reading stops there even when it lies, because the entry's length is enforced.
    static void Guard(Stream content)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.Length) > LargestUnpacked)
            throw new UnreadableFileException("工作簿解压后过大（超过 1 GiB 或 4096 个部件），未读取。请拆分后重新报送。", "The workbook unpacks to more than 1 GiB or 4,096 parts and was not read. Split it and send it again.");
    }

    public override void Dispose()
    {
        sheet.Dispose();
        content.Dispose();
    }
}
