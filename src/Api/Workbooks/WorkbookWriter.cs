using System.Globalization;
using System.IO.Compression;
using System.Numerics;
using System.Security;
using System.Text;
using DemoCityAnalytics.Api.Formats;

namespace DemoCityAnalytics.Api.Workbooks;

/// <summary>
/// Writes a workbook (xlsx) sheet after sheet and row after row straight into a stream: nothing is held, so that a long table needs no
/// more memory than a short one. Text cells stay text; numbers carry their declared decimals.
/// </summary>
sealed class WorkbookWriter : IAsyncDisposable
{
    // Digits that a spreadsheet keeps of a number; longer ones are written as text, whole.
    const int KeptDigits = 15;
    const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Packaged = "http://schemas.openxmlformats.org/package/2006/";

    // A fixed time, so that the same table is the same bytes.
    static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly PendingBytes packed;
    readonly ZipArchive zip;
    readonly List<string> sheets = [];
    Stream? entry;
    TextOutput? output;
    int row;

    public WorkbookWriter(Stream to)
    {
        packed = new PendingBytes(to);
        zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    }

    /// <param name="name">At most 31 characters.</param>
    /// <param name="widths">Column widths in characters.</param>
    /// <param name="headRows">Rows that stay in sight and are printed on each page.</param>
    /// <param name="cancel">Ends the writing.</param>
    public async Task StartSheet(string name, IReadOnlyList<int> widths, int headRows, CancellationToken cancel)
    {
        await EndSheet(cancel);
        sheets.Add(name);
        row = 0;
        output = Open($"xl/worksheets/sheet{sheets.Count}.xml");
        output.Text.Append($"<worksheet xmlns=\"{Spreadsheet}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">");
        if (headRows > 0) output.Text.Append(CultureInfo.InvariantCulture, $"<pane ySplit=\"{headRows}\" topLeftCell=\"A{headRows + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        output.Text.Append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (var i = 0; i < widths.Count; i++) output.Text.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{widths[i]}\" customWidth=\"1\"/>");
        output.Text.Append("</cols><sheetData>");
    }

    /// <summary>One row. A string is text, a number a number with <paramref name="decimals"/> or with its own; null leaves the cell out.</summary>
    public async ValueTask Row(IReadOnlyList<object?> cells, CancellationToken cancel, WorkbookStyle style = WorkbookStyle.Plain, int decimals = 2)
    {
        row++;
        var text = output!.Text.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
        for (var column = 0; column < cells.Count; column++)
            if (cells[column] is ValueTuple<decimal?, int> own) Cell(text, $"{Letters(column)}{row.ToString(CultureInfo.InvariantCulture)}", own.Item1!.Value, style, own.Item2);
            else if (cells[column] is { } cell) Cell(text, $"{Letters(column)}{row.ToString(CultureInfo.InvariantCulture)}", cell, style, decimals);
        text.Append("</row>");
        await output.MayPass(cancel);
        await packed.MayPass(cancel);
    }

    /// <summary>Ends the sheet; a filter over the head may be set.</summary>
    public async Task EndSheet(CancellationToken cancel, string? filter = null)
    {
        if (output is null) return;
        output.Text.Append("</sheetData>");
        if (filter is not null) output.Text.Append(CultureInfo.InvariantCulture, $"<autoFilter ref=\"{filter}\"/>");
        output.Text.Append("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
        await output.Pass(cancel);
        await Close(cancel);
        output = null;
    }

    /// <summary>Ends the last sheet and writes what binds the sheets together.</summary>
    public async Task Finish(CancellationToken cancel)
    {
        await EndSheet(cancel);
        await Part("xl/styles.xml", WorkbookStyles.Xml(Spreadsheet), cancel);
        await Part("xl/workbook.xml", $"<workbook xmlns=\"{Spreadsheet}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((name, i) => $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>", cancel);
        await Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packaged}relationships\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"rId{sheets.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>", cancel);
        await Part("_rels/.rels", $"<Relationships xmlns=\"{Packaged}relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>", cancel);
        const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        await Part("[Content_Types].xml", $"<Types xmlns=\"{Packaged}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{type}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{type}styles+xml\"/>{string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"{type}worksheet+xml\"/>"))}</Types>", cancel);
        zip.Dispose();
        await packed.Pass(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        zip.Dispose();
        await packed.DisposeAsync();
    }

    /// <summary>A, B, … Z, AA, …</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + Letters(column % 26);

    static void Cell(StringBuilder text, string place, object cell, WorkbookStyle style, int decimals)
    {
        var number = cell switch
        {
            decimal exact => exact.ToString(CultureInfo.InvariantCulture),
            BigInteger or int or long => ((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
        if (number is not null && number.Count(char.IsAsciiDigit) <= KeptDigits)
            text.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"{WorkbookStyles.Number(cell is decimal ? decimals : 0)}\"><v>{number}</v></c>");
        else
            text.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"{WorkbookStyles.Text(style)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(number ?? TableColumns.Harmless((string)cell))}</t></is></c>");
    }

    // Characters that XML cannot hold are left out.
    static string Escaped(string text) => SecurityElement.Escape(string.Concat(text.Where(x => x >= ' ' || x is '\n' or '\t')));

    TextOutput Open(string name)
    {
        var part = zip.CreateEntry(name, CompressionLevel.Optimal);
        part.LastWriteTime = Written;
        entry = part.Open();
        var opened = new TextOutput(entry);
        opened.Text.Append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        return opened;
    }

    async Task Close(CancellationToken cancel)
    {
        await entry!.DisposeAsync();
        entry = null;
        await packed.Pass(cancel);
    }

    async Task Part(string name, string xml, CancellationToken cancel)
    {
        var part = Open(name);
        part.Text.Append(xml);
        await part.Pass(cancel);
        await Close(cancel);
    }
}
