using System.Text;
using System.Text.Json;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>What a file is, found from its bytes and not from its ending.</summary>
public enum FileFormat { Csv, Xlsx, Xls, JsonLines, JsonStat }

/// <summary>
/// A received file that holds a table: its format and encoding, and readers of its records. Open as often as needed; every reader begins anew.
/// </summary>
public sealed class TableFile(string path, FileFormat format, TextEncoding? encoding)
{
    /// <summary>The name of each format as the record of a load has it.</summary>
    public static string NameOf(FileFormat format) => format switch
    {
        FileFormat.Csv => "csv",
        FileFormat.Xlsx => "xlsx",
        FileFormat.Xls => "xls",
        FileFormat.JsonLines => "jsonl",
        _ => "json-stat",
    };

    public FileFormat Format => format;

    /// <summary>Null for workbooks, whose texts carry their own encoding.</summary>
    public TextEncoding? Encoding => encoding;

    /// <exception cref="UnreadableFileException">The named encoding is unknown, or the file is no table.</exception>
    public static TableFile Detect(string path, string? encodingName)
    {
        using var content = Open(path);
        var start = new byte[8];
        var length = content.ReadAtLeast(start, 8, throwOnEndOfStream: false);
        if (length >= 4 && start.AsSpan(0, 4).SequenceEqual("PK\u0003\u0004"u8)) return new TableFile(path, FileFormat.Xlsx, null);
        if (length == 8 && start.AsSpan().SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return new TableFile(path, FileFormat.Xls, null);

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
                return new DelimitedReader(Utf8(), delimiter);
            case FileFormat.JsonLines:
                using (var names = Utf8()) return new JsonLinesReader(Utf8(), JsonLinesReader.Names(names));
            case FileFormat.JsonStat:
                using (var content = Utf8()) return new JsonStatReader(content);
            default:
                return new SheetReader(path, format);
        }
    }

    Stream Utf8() => encoding!.AsUtf8(Open(path));

    static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 << 10, FileOptions.SequentialScan);

    // Text that begins with '{' is JSON: a data set of JSON-stat, or else one object a line.
    static FileFormat TextFormat(TextEncoding encoding, Stream content)
    {
        var utf8 = encoding.AsUtf8(content);
        var buffer = new byte[4096];
        var length = utf8.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var text = Utf8Text.Trim(buffer.AsSpan(0, length));
        if (text.Length == 0 || text[0] != '{') return FileFormat.Csv;
        var json = new Utf8JsonReader(text, isFinalBlock: false, default);
        try
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndObject)
            {
                if (json.CurrentDepth != 1 || json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("class"u8)) continue;
                json.Read();
                return json.TokenType == JsonTokenType.String && json.ValueTextEquals("dataset"u8) ? FileFormat.JsonStat : FileFormat.JsonLines;
            }
        }
        catch (JsonException)
        {
            // The line is rejected when it is read.
        }
        return FileFormat.JsonLines;
    }
}

/// <summary>The file as a whole cannot be read.</summary>
public sealed class UnreadableFileException(string zh, string en) : Exception(en)
{
    public string Zh { get; } = zh;
}
