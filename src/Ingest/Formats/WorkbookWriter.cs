using System.IO.Compression;
using System.Text;
using System.Xml;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>Writes a workbook of plain text cells, sheet by sheet and row by row, so that its size does not matter.</summary>
public sealed class WorkbookWriter : IDisposable
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    // Workbooks carry no earlier day; a fixed one keeps equal content equal, byte for byte.
    static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly ZipArchive archive;
    readonly List<string> sheets = [];
    XmlWriter? sheet;

    public WorkbookWriter(Stream content) => archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Begins a further sheet; rows go to it from now on.</summary>
    public void Sheet(string name)
    {
        EndSheet();
        sheets.Add(name);
        sheet = Part($"xl/worksheets/sheet{sheets.Count}.xml");
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteStartElement("sheetData");
    }

    public void Row(IEnumerable<string> cells)
    {
        if (sheet is null) throw new InvalidOperationException("A workbook has rows in sheets only; begin one first.");
        sheet.WriteStartElement("row");
        foreach (var cell in cells)
        {
            sheet.WriteStartElement("c");
            sheet.WriteAttributeString("t", "inlineStr");
            sheet.WriteStartElement("is");
            sheet.WriteStartElement("t");
            sheet.WriteAttributeString("xml", "space", null, "preserve");
            sheet.WriteString(Allowed(cell));
            sheet.WriteEndElement();
            sheet.WriteEndElement();
            sheet.WriteEndElement();
        }
        sheet.WriteEndElement();
    }

    public void Dispose()
    {
        EndSheet();
        if (sheets.Count > 0) WriteDirectory();
        archive.Dispose();
    }

    void WriteDirectory()
    {
        using (var book = Part("xl/workbook.xml"))
        {
            book.WriteStartElement("workbook", Main);
            book.WriteStartElement("sheets");
            for (var number = 1; number <= sheets.Count; number++)
            {
                book.WriteStartElement("sheet");
                book.WriteAttributeString("name", sheets[number - 1]);
                book.WriteAttributeString("sheetId", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                book.WriteAttributeString("r", "id", Relations, $"rId{number}");
                book.WriteEndElement();
            }
            book.WriteEndDocument();
        }
        using (var types = Part("[Content_Types].xml"))
        {
            types.WriteStartElement("Types", Types);
            Named(types, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
            Named(types, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
            Named(types, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
            for (var number = 1; number <= sheets.Count; number++)
                Named(types, "Override", ("PartName", $"/xl/worksheets/sheet{number}.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"));
            types.WriteEndDocument();
        }
        using (var root = Part("_rels/.rels"))
        {
            root.WriteStartElement("Relationships", Package);
            Named(root, "Relationship", ("Id", "rId1"), ("Type", $"{Relations}/officeDocument"), ("Target", "xl/workbook.xml"));
            root.WriteEndDocument();
        }
        using var parts = Part("xl/_rels/workbook.xml.rels");
        parts.WriteStartElement("Relationships", Package);
        for (var number = 1; number <= sheets.Count; number++)
            Named(parts, "Relationship", ("Id", $"rId{number}"), ("Type", $"{Relations}/worksheet"), ("Target", $"worksheets/sheet{number}.xml"));
        parts.WriteEndDocument();
    }

    static void Named(XmlWriter xml, string element, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(element);
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, value);
        xml.WriteEndElement();
    }

    void EndSheet()
    {
        if (sheet is null) return;
        sheet.WriteEndDocument();
        sheet.Dispose();
        sheet = null;
    }

    XmlWriter Part(string path)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        var xml = XmlWriter.Create(entry.Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
        xml.WriteStartDocument(standalone: true);
        return xml;
    }

    // Control characters are no XML; a workbook cannot hold them.
    static string Allowed(string text)
    {
        foreach (var letter in text)
        {
            if (!XmlConvert.IsXmlChar(letter) && !char.IsSurrogate(letter)) return string.Concat(text.Select(each => XmlConvert.IsXmlChar(each) || char.IsSurrogate(each) ? each : '\uFFFD'));
        }
        return text;
    }
}
