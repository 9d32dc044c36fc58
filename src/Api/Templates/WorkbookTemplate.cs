using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DemoCityAnalytics.Api.Templates;

/// <summary>
/// A workbook of somebody else's making with marks such as <c>{{E05}}</c> in its cells. A cell that is one mark becomes the number; a mark amid
/// words becomes its text. Layout, formulas and everything else stay as they are.
/// </summary>
static partial class WorkbookTemplate
{
    /// <summary>What a mark stands for; a number keeps its decimals in words.</summary>
    public sealed record Filling(string Text, decimal? Number = null);

    /// <returns>The filled workbook, and the marks that nothing is known for; those stay in their cells.</returns>
    /// <exception cref="FileFormatException">The bytes are no workbook.</exception>
    public static (byte[] Workbook, IReadOnlyList<string> Unknown) Fill(byte[] template, IReadOnlyDictionary<string, Filling> fillings)
    {
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        using var bytes = new MemoryStream();
        bytes.Write(template);
        using (var document = SpreadsheetDocument.Open(bytes, isEditable: true))
        {
            var book = document.WorkbookPart ?? throw new FileFormatException("The file has no workbook.");
            var shared = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
            foreach (var cell in book.WorksheetParts.SelectMany(sheet => sheet.Worksheet!.Descendants<Cell>()).ToList())
                if (Text(cell, shared) is { } text && Mark().IsMatch(text)) FillCell(cell, text, fillings, unknown);
            // What a formula made of the marks is stale; the program that opens the file computes it.
            book.Workbook!.CalculationProperties = new CalculationProperties { FullCalculationOnLoad = true };
        }
        return (bytes.ToArray(), [.. unknown]);
    }

    static string? Text(Cell cell, List<string> shared) => cell.DataType?.InnerText switch
    {
        "s" when int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < shared.Count => shared[place],
        "inlineStr" => cell.InlineString?.InnerText,
        "str" when cell.CellFormula is null => cell.CellValue?.Text,
        _ => null,
    };

    static void FillCell(Cell cell, string text, IReadOnlyDictionary<string, Filling> fillings, SortedSet<string> unknown)
    {
        if (Mark().Match(text.Trim()) is { Success: true } only && only.Value == text.Trim() && fillings.TryGetValue(only.Groups[1].Value.Trim(), out var filling) && filling.Number is { } number)
        {
            cell.DataType = null;
            cell.InlineString = null;
            cell.CellValue = new CellValue(number);
            return;
        }
        var filled = Mark().Replace(text, mark =>
        {
            if (fillings.TryGetValue(mark.Groups[1].Value.Trim(), out var known)) return known.Text;
            unknown.Add(mark.Groups[1].Value.Trim());
            return mark.Value;
        });
        cell.CellValue = null;
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(filled));
    }

    [GeneratedRegex(@"\{\{([^{}]+)\}\}")]
    private static partial Regex Mark();
}
