using System.Text;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>What a file is, found from its bytes and not from its ending.</summary>
public enum FileFormat { Csv, Xlsx, Xls, JsonLines, JsonArray, JsonStat, Parquet, Arrow, Zip }

/// <summary>
/// A received file that holds a table: its format and encoding, and readers of its records. Open as often as needed; every reader begins anew.
/// </summary>
public sealed class TableFile(string path, FileFormat format, TextEncoding? encoding)
{
    const int LongestSignature = 8;
    const long LargestObject = 256 << 20;

    /// <summary>The name of each format as the record of a load has it.</summary>
    public static string NameOf(FileFormat format) => format switch
    {
        FileFormat.Csv => "csv",
        FileFormat.Xlsx => "xlsx",
        FileFormat.Xls => "xls",
        FileFormat.JsonLines => "jsonl",
        FileFormat.JsonArray => "json",
        FileFormat.JsonStat => "json-stat",
        FileFormat.Parquet => "parquet",
        FileFormat.Arrow => "arrow",
        _ => "zip",
    };

    public FileFormat Format => format;

    public bool IsWorkbook => format is FileFormat.Xlsx or FileFormat.Xls;

    /// <summary>The names of the columns come with the table and are no record of it.</summary>
    public bool HasNamesApart => format is FileFormat.JsonLines or FileFormat.JsonArray or FileFormat.JsonStat or FileFormat.Parquet or FileFormat.Arrow;

    /// <summary>Null for workbooks and columnar files, whose texts carry their own encoding.</summary>
    public TextEncoding? Encoding => encoding;

    /// <summary>The sheets of a workbook, with those whose content is broken; null for other files.</summary>
    public Workbook? Workbook { get; init; }

    /// <summary>Number of the sheet that holds the table, from 0.</summary>
    public int Sheet { get; init; }

    /// <summary>The delimiter of its records, where it has one.</summary>
    public byte Delimiter { get; set; }

    /// <exception cref="UnreadableFileException">The named encoding is unknown, or the file is no table.</exception>
    public static TableFile Detect(string path, string? encodingName)
    {
        using var content = Open(path);
        Span<byte> start = stackalloc byte[LongestSignature];
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (Signatures.FormatOf(start, content) is { } format) return new TableFile(path, format, null) { Workbook = format is FileFormat.Xlsx or FileFormat.Xls ? new Workbook(path, format) : null };

        if (content.Length == 0) throw new UnreadableFileException("文件是空的（0 字节）。请重新导出后报送。", "The file is empty (0 bytes). Export it anew and send it again.");
        var encoding = encodingName is null ? TextEncoding.Detect(content) : TextEncoding.Named(encodingName, content)
            ?? throw new UnreadableFileException($"编码“{encodingName}”无法识别，应为 {string.Join("、", TextEncoding.Known)} 之一。", $"The encoding '{encodingName}' is unknown, expected one of {string.Join(", ", TextEncoding.Known)}.");
        return new TableFile(path, TextFormat(encoding, content), encoding);
    }

    /// <summary>A reader of the file's records, the head's among them.</summary>
    public RecordReader Read(byte delimiter)
    {
        switch (format)
        {
            case FileFormat.Csv:
                return new DelimitedReader(Utf8(), new Dialect(delimiter));
            case FileFormat.JsonLines:
                using (var texts = new Utf8Lines(Utf8())) return new JsonObjectsReader(new Utf8Lines(Utf8()), JsonObjectsReader.Names(texts));
            case FileFormat.JsonArray:
                using (var texts = new JsonElements(Utf8())) return new JsonObjectsReader(new JsonElements(Utf8()), JsonObjectsReader.Names(texts));
            case FileFormat.JsonStat:
                using (var content = Utf8()) return new JsonStatReader(content);
            case FileFormat.Parquet or FileFormat.Arrow:
                return new ColumnarReader(path, format);
            case FileFormat.Zip:
                throw new UnreadableFileException("压缩包内的各个文件须分别读取。", "A container holds files that are read one by one.");
            default:
                return Workbook!.Read(Sheet);
        }
    }

    Stream Utf8() => encoding!.AsUtf8(Open(path));

    static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 << 10, FileOptions.SequentialScan);

    // Text that begins with '{' is JSON: a data set of JSON-stat, or else one object a line. '[' begins a list of objects.
    static FileFormat TextFormat(TextEncoding encoding, Stream content)
    {
        var utf8 = encoding.AsUtf8(content);
        var buffer = new byte[4096];
        var length = utf8.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var text = Utf8Text.Trim(buffer.AsSpan(0, length));
        Signatures.RefuseMarkup(text);
        if (text.Length > 1 && text[0] == '[' && Utf8Text.Trim(text[1..]) is [] or [(byte)'{' or (byte)']', ..]) return FileFormat.JsonArray;
        if (text.Length == 0 || text[0] != '{') return FileFormat.Csv;
        var more = new MemoryStream();
        more.Write(buffer, 0, length);
        while (true)
        {
            if (JsonStatReader.IsDataSet(more.GetBuffer().AsSpan(0, (int)more.Length)) is { } known) return known ? FileFormat.JsonStat : FileFormat.JsonLines;
            // A data set may say what it is after its values.
            var step = new byte[Math.Min(more.Length, LargestObject - more.Length)];
            var read = utf8.ReadAtLeast(step, step.Length, throwOnEndOfStream: false);
            if (read == 0) return FileFormat.JsonLines;
            more.Write(step, 0, read);
        }
    }
}

/// <summary>The file as a whole cannot be read.</summary>
public sealed class UnreadableFileException(string zh, string en) : Exception(en)
{
    public string Zh { get; } = zh;
}
