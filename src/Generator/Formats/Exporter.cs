using System.Text;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Formats;

/// <summary>Opens the files of one city in the format of its system.</summary>
sealed class Exporter(string folder, City city)
{
    static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
    static readonly Encoding Utf8WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    // The old workbook format ends at 65,536 rows; both workbook systems export larger sources as text.
    const int WorkbookRows = 60_000;

    readonly Dialect _dialect = Dialect.Of(city.System);

    public int Files { get; private set; }

    /// <param name="mostRows">Rows of the source's largest file, at most.</param>
    public bool IsDelimited(int mostRows) =>
        city.System is CitySystem.LegacyCsv or CitySystem.StandardCsv || (city.System is CitySystem.Workbook or CitySystem.OldWorkbook && mostRows > WorkbookRows);

    /// <param name="period">As file names write it; empty for files without one.</param>
    public TableFile Open(SourceLayout layout, string period, int mostRows)
    {
        Files++;
        var path = Path.Combine(folder, layout.Name, $"{layout.Label}_{city.Code}{(period.Length > 0 ? "_" : "")}{period}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return city.System switch
        {
            CitySystem.LegacyCsv => Legacy(layout, path + ".csv"),
            CitySystem.JsonLines => new JsonLinesFile(path + ".jsonl", layout.Columns, _dialect),
            _ => new CsvFile(path + ".csv", Utf8WithMark, "\n", layout.Columns, layout.Columns.Select(column => column.Label), _dialect),
        };
    }

    CsvFile Legacy(SourceLayout layout, string path)
    {
        var columns = layout.Columns.Where(column => column.City2021 != "~").ToArray();
        return new(path, Gb18030, "\r\n", columns, columns.Select(column => column.City2021), _dialect);
    }
}
