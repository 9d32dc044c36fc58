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

    const int TenThousand = 10_000;

    readonly Dialect _dialect = Dialect.Of(city.System);

    public int Files { get; private set; }

    /// <param name="period">As file names write it; empty for files without one.</param>
    /// <param name="mark">What tells files without a period apart.</param>
    /// <param name="mostRows">Rows of the source's largest file, at most.</param>
    public TableFile Open(SourceLayout layout, string period, int mostRows, string mark = "")
    {
        Files++;
        var path = Path.Combine(folder, layout.Name, $"{layout.Label}{mark}_{city.Code}{(period.Length > 0 ? "_" : "")}{period}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return city.System switch
        {
            CitySystem.LegacyCsv => Legacy(layout, path + ".csv"),
            // Without an object there is no name of a column: nothing is sent as a table of headings alone.
            CitySystem.JsonLines when mostRows == 0 => new CsvFile(path + ".csv", Utf8WithMark, "\n", layout.Columns, layout.Columns.Select(column => column.Name), _dialect),
            CitySystem.JsonLines => new JsonLinesFile(path + ".jsonl", layout.Columns, _dialect),
            CitySystem.Workbook when mostRows <= WorkbookRows => Workbook(layout, path + ".xlsx", period),
            CitySystem.OldWorkbook when mostRows <= WorkbookRows =>
                new XlsFile(path + ".xls", layout.Columns, _dialect, WorkbookHead.Plain(Codes(layout)), layout.Columns.Select(_ => 1).ToArray(), []),
            CitySystem.OldWorkbook => new CsvFile(path + ".csv", Utf8WithMark, "\n", layout.Columns, Codes(layout), _dialect),
            _ => new CsvFile(path + ".csv", Utf8WithMark, "\n", layout.Columns, layout.Columns.Select(column => column.Label), _dialect),
        };
    }

    // Sources of which some columns have no HR&SS code keep their Chinese headings.
    static IEnumerable<string> Codes(SourceLayout layout)
    {
        var coded = layout.Columns.All(column => column.Hrss.Length > 0);
        return layout.Columns.Select(column => coded ? column.Hrss : column.Label);
    }

    XlsxFile Workbook(SourceLayout layout, string path, string period)
    {
        // The stock of a city is read in ten thousands, as the statistical tables have it.
        var tenThousands = layout.Name == "labour_stock";
        var factors = layout.Columns.Select(column => tenThousands && column.Unit == "人" ? TenThousand : 1).ToArray();
        var head = WorkbookHead.Grouped($"{city.Name}{layout.Label}表 {period}（合成数据）", $"填报单位：{city.Name}人力资源和社会保障局", layout.Columns, Heading);
        return new XlsxFile(path, layout.Columns, _dialect, head, factors, ["说明：本表为合成数据，不对应真实业务。", "填表人：（略）    审核人：（略）"]);

        string Heading(Column column) => column.Unit.Length == 0 ? column.Label
            : factors[column.Index] == TenThousand ? $"{column.Label}(万{column.Unit})"
            : $"{column.Label}（{column.Unit}）";
    }

    CsvFile Legacy(SourceLayout layout, string path)
    {
        var columns = layout.Columns.Where(column => column.City2021 != "~").ToArray();
        return new(path, Gb18030, "\r\n", columns, columns.Select(column => column.City2021), _dialect);
    }
}
