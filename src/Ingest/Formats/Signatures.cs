using System.IO.Compression;
using System.Text;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>Tells binary files by their first bytes; what is no table is refused by the name of what it is.</summary>
static class Signatures
{
    static readonly (byte[] Start, string Zh, string En)[] NoTables =
    [
        ("%PDF"u8.ToArray(), "PDF 文档", "a PDF document"),
        ("Rar!"u8.ToArray(), "RAR 压缩包", "a RAR archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7z 压缩包", "a 7z archive"),
        ([0x1F, 0x8B], "gzip 压缩文件", "a gzip file"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG 图片", "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "JPEG 图片", "a JPEG picture"),
    ];

    /// <summary>The binary format, or null for text.</summary>
    /// <exception cref="UnreadableFileException">The file is known and no table.</exception>
    public static FileFormat? FormatOf(ReadOnlySpan<byte> start, Stream content)
    {
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8)) return Packed(content);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return FileFormat.Xls;
        if (start.StartsWith("PAR1"u8)) return FileFormat.Parquet;
        // A file of Arrow begins with its name; a stream of it with the mark of a message.
        if (start.StartsWith("ARROW1"u8) || start.Length == 8 && start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFF, 0xFF, 0xFF]) && start[7] == 0) return FileFormat.Arrow;
        foreach (var (known, zh, en) in NoTables)
        {
            if (start.StartsWith(known)) throw Refused(zh, en);
        }
        return null;
    }

    /// <summary>A zip container that is not itself a document.</summary>
    public static bool IsZip(ReadOnlySpan<byte> start, Stream content)
    {
        try
        {
            return FormatOf(start, content) == FileFormat.Zip;
        }
        catch (UnreadableFileException)
        {
            return false;
        }
    }

    /// <summary>Many systems export a web page under the name of a workbook.</summary>
    public static void RefuseMarkup(ReadOnlySpan<byte> text)
    {
        if (text is not [(byte)'<', ..]) return;
        var head = Encoding.UTF8.GetString(text[..Math.Min(text.Length, 1024)]);
        if (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<table", StringComparison.OrdinalIgnoreCase)) throw Refused("网页表格（HTML）", "a web page (HTML)");
        if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) throw Refused("XML 文件", "an XML file");
    }

    static FileFormat Packed(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("xl/workbook.xml") is not null || archive.GetEntry("xl/workbook.bin") is not null) return FileFormat.Xlsx;
            if (archive.GetEntry("word/document.xml") is not null) throw Refused("Word 文档", "a Word document");
            if (archive.GetEntry("content.xml") is not null && archive.GetEntry("mimetype") is not null) throw Refused("OpenDocument 文件", "an OpenDocument file");
            // A workbook whose directory is damaged is still taken for one, so that the message speaks of a workbook.
            return archive.GetEntry("[Content_Types].xml") is not null ? FileFormat.Xlsx : FileFormat.Zip;
        }
        catch (InvalidDataException)
        {
            return FileFormat.Xlsx;
        }
    }

    static UnreadableFileException Refused(string zh, string en) =>
        new($"文件是{zh}，不是数据表。请导出为 CSV（UTF-8 或 GB18030）或 xlsx 后重新报送。", $"The file is {en}, not a table. Export it as CSV (UTF-8 or GB18030) or xlsx and send it again.");
}
