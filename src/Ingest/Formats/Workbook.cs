using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ExcelDataReader;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>One sheet of a workbook; broken says where its content is no XML.</summary>
public sealed record Sheet(int Number, string Name, bool IsEmpty, string? Broken);

/// <summary>
/// A workbook and its sheets. A sheet whose content is damaged is named and left out; the others are read.
/// </summary>
public sealed class Workbook(string path, FileFormat format)
{
    const long LargestUnpacked = 1L << 30;
    const long LargestMended = 256L << 20;
    const int MostEntries = 4096;

    byte[]? mended;
    IReadOnlyList<Sheet>? sheets;

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="UnreadableFileException">The workbook is broken, has a password, or unpacks to more than is allowed.</exception>
    public IReadOnlyList<Sheet> Sheets => sheets ??= Guarded(Inspect);

    /// <summary>A reader of the rows of one sheet.</summary>
    /// <exception cref="UnreadableFileException">The workbook is broken, has a password, or unpacks to more than is allowed.</exception>
    public SheetReader Read(int sheet) => Guarded(() =>
    {
        var reader = Open(out var content);
        for (var number = 0; number < sheet; number++) reader.NextResult();
        return new SheetReader(reader, content);
    });

    List<Sheet> Inspect()
    {
        try
        {
            return Listed(new Dictionary<string, string>());
        }
        catch (XmlException) when (format == FileFormat.Xlsx && mended is null)
        {
            return Listed(Mend());
        }
    }

    List<Sheet> Listed(IReadOnlyDictionary<string, string> broken)
    {
        using var reader = Open(out var content);
        using (content)
        {
            var found = new List<Sheet>();
            do found.Add(new Sheet(found.Count, reader.Name, reader.RowCount == 0, broken.GetValueOrDefault(reader.Name)));
            while (reader.NextResult());
            return found;
        }
    }

    IExcelDataReader Open(out Stream content)
    {
        content = mended is null ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 << 10) : new MemoryStream(mended, writable: false);
        try
        {
            if (format == FileFormat.Xlsx) Guard(content);
            content.Position = 0;
            return ExcelReaderFactory.CreateReader(content, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(54936), LeaveOpen = true });
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    // Keeps a copy in which sheets that are no XML are empty; says where each of them breaks.
    Dictionary<string, string> Mend()
    {
        if (new FileInfo(path).Length > LargestMended) throw new InvalidDataException("The workbook is too large to be mended.");
        var broken = new Dictionary<string, string>(StringComparer.Ordinal);
        using var packed = new MemoryStream();
        packed.Write(File.ReadAllBytes(path));
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, part) in Parts(archive))
            {
                if (archive.GetEntry(part) is not { } entry || BreaksAt(entry) is not { } place) continue;
                broken.Add(name, place);
                entry.Delete();
                using var empty = archive.CreateEntry(part).Open();
                empty.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>"u8);
            }
        }
        if (broken.Count == 0) throw new InvalidDataException("No sheet of the workbook is to blame.");
        mended = packed.ToArray();
        return broken;
    }

    static IEnumerable<(string Name, string Part)> Parts(ZipArchive archive)
    {
        XNamespace relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var targets = Document(archive, "xl/_rels/workbook.xml.rels").Descendants()
            .Where(element => element.Name.LocalName == "Relationship")
            .ToDictionary(element => (string?)element.Attribute("Id") ?? "", element => (string?)element.Attribute("Target") ?? "", StringComparer.Ordinal);
        foreach (var sheet in Document(archive, "xl/workbook.xml").Descendants().Where(element => element.Name.LocalName == "sheet"))
        {
            if (!targets.TryGetValue((string?)sheet.Attribute(relations + "id") ?? "", out var target)) continue;
            yield return ((string?)sheet.Attribute("name") ?? "", target.StartsWith('/') ? target[1..] : "xl/" + target);
        }
    }

    static XDocument Document(ZipArchive archive, string part)
    {
        using var content = (archive.GetEntry(part) ?? throw new InvalidDataException($"The workbook has no part {part}.")).Open();
        return XDocument.Load(content);
    }

    static string? BreaksAt(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true });
        try
        {
            while (xml.Read())
            {
            }
            return null;
        }
        catch (XmlException e)
        {
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{e.LineNumber}:{e.LinePosition}");
        }
    }

    static T Guarded<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is not UnreadableFileException and not IOException and not OutOfMemoryException)
        {
            throw new UnreadableFileException("工作簿无法打开：文件损坏、加密或格式不符。请在表格软件中另存后重新报送。", "The workbook cannot be opened: it is damaged, has a password, or is of another format. Save it anew and send it again.");
        }
    }

    // The directory of the archive says how much it unpacks to; reading stops there even when it lies, because the entry's length is enforced.
    static void Guard(Stream content)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.Length) > LargestUnpacked)
            throw new UnreadableFileException("工作簿解压后过大（超过 1 GiB 或 4096 个部件），未读取。请拆分后重新报送。", "The workbook unpacks to more than 1 GiB or 4,096 parts and was not read. Split it and send it again.");
    }
}
