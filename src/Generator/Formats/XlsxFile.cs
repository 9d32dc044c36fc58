using System.Globalization;
using System.IO.Compression;
using System.Text;
using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Formats;

/// <summary>An Office Open XML workbook with one sheet, written as a stream. Every part has the same time stamp.</summary>
sealed class XlsxFile : WorkbookFile
{
    static readonly DateTimeOffset PartTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Style 0 is plain, 1 is a day (built-in format 14).
    static readonly (string Name, string Text)[] Parts =
    [
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """),
        ("_rels/.rels", $"""
            <Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{OfficeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{OfficeRelations}"><sheets><sheet name="合成数据" sheetId="1" r:id="rId1"/></sheets></workbook>
            """),
        ("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{OfficeRelations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OfficeRelations}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/><name val="SimSun"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """),
    ];

    readonly ZipArchive _archive;
    readonly StreamWriter _sheet;

    public XlsxFile(string path, IReadOnlyList<Column> columns, Dialect dialect, WorkbookHead head, IReadOnlyList<int> factors, IReadOnlyList<string> notes)
        : base(columns, dialect, head, factors, notes)
    {
        _archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, text) in Parts)
        {
            using var part = OpenPart(name);
            part.Write(Declaration);
            part.Write(text);
        }
        _sheet = OpenPart("xl/worksheets/sheet1.xml");
        _sheet.Write(Declaration);
        _sheet.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
        WriteHead();
    }

    protected override void BeginRow(int row) => _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">"));

    protected override void PutText(int row, int column, string text)
    {
        _sheet.Write($"<c r=\"{Address(row, column)}\" t=\"inlineStr\"><is><t>");
        foreach (var character in text)
        {
            if (character == '&') _sheet.Write("&amp;");
            else if (character == '<') _sheet.Write("&lt;");
            else if (character == '>') _sheet.Write("&gt;");
            else _sheet.Write(character);
        }
        _sheet.Write("</t></is></c>");
    }

    protected override void PutNumber(int row, int column, decimal number) =>
        _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{Address(row, column)}\"><v>{number:0.########}</v></c>"));

    protected override void PutDay(int row, int column, int serial) =>
        _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{Address(row, column)}\" s=\"1\"><v>{serial}</v></c>"));

    protected override void EndRow() => _sheet.Write("</row>");

    protected override void Close(IReadOnlyList<MergedCells> merged)
    {
        _sheet.Write("</sheetData>");
        if (merged.Count > 0)
        {
            _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<mergeCells count=\"{merged.Count}\">"));
            foreach (var cells in merged)
                _sheet.Write($"<mergeCell ref=\"{Address(cells.FirstRow, cells.FirstColumn)}:{Address(cells.LastRow, cells.LastColumn)}\"/>");
            _sheet.Write("</mergeCells>");
        }
        _sheet.Write("</worksheet>");
        _sheet.Dispose();
        _archive.Dispose();
    }

    StreamWriter OpenPart(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = PartTime;
        return new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 15);
    }

    // No source has more than 26 columns.
    static string Address(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row + 1}");
}
