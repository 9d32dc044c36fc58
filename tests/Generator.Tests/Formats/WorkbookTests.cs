using System.IO.Compression;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Formats;
using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Tests.Formats;

public sealed class WorkbookTests : IDisposable
{
    static readonly SourceLayout Seeking = SourceLayout.Of("job_seeking");
    static readonly SourceLayout Stock = SourceLayout.Of("labour_stock");

    readonly string _folder = Directory.CreateTempSubdirectory("dca-workbook-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void OldWorkbook_IsReadByAnotherProgram_CellByCell()
    {
        var sheet = Sheet.Read(Write(CitySystem.OldWorkbook, Seeking, SeekerRow));

        Assert.Equal(["acc200", "aac147", "aac004", "aac006", "aac011", "aca111", "aae022", "aae043", "acc205", "aae044", "aae396"], sheet.Rows[0]);
        Assert.Equal(
            ["R1", "130191********123X", 2.0, new DateTime(1990, 2, 3), 31.0, "4-01-02", 130191.0, new DateTime(2024, 3, 5), null, null, "2024-03-06 10:20:30"],
            sheet.Rows[1]);
        Assert.Equal(2, sheet.Rows.Count);
    }

    [Fact]
    public void Workbook_HasTitleGroupsAndNotes_AroundItsTable()
    {
        var sheet = Sheet.Read(Write(CitySystem.Workbook, Seeking, SeekerRow));

        Assert.StartsWith("测试市求职登记表 2024Q1（合成数据）", (string)sheet.Rows[0][0]!, StringComparison.Ordinal);
        Assert.Equal("基本信息", sheet.Rows[2][1]);
        Assert.Equal("证件号码", sheet.Rows[3][1]);
        Assert.Contains(sheet.Merged, range => range is { FromRow: 2, ToRow: 2, FromColumn: 1, ToColumn: 4 });
        Assert.Contains(sheet.Merged, range => range is { FromRow: 2, ToRow: 3, FromColumn: 0, ToColumn: 0 });
        Assert.Equal(["R1", "130191********123X", "女性", new DateTime(1990, 2, 3), "大专", "4-01-02", "130191", new DateTime(2024, 3, 5), null, null, "2024-03-06 10:20:30"], sheet.Rows[4]);
        Assert.All(sheet.Rows[5], Assert.Null);
        Assert.StartsWith("说明：", (string)sheet.Rows[6][0]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_StatesTheStockInTenThousands_Exactly()
    {
        var sheet = Sheet.Read(Write(CitySystem.Workbook, Stock,
            Cell.Month(2024 * 12 + 2), Cell.Of("130100"), Cell.Of("测试市"), Cell.Of(1_234_567), Cell.Empty, Cell.Empty));

        Assert.Equal("期末城镇从业人数(万人)", sheet.Rows[3][3]);
        Assert.Equal(123.4567m, (decimal)(double)sheet.Rows[4][3]!);
        Assert.Equal("2024年3月", sheet.Rows[4][0]);
    }

    [Fact]
    public void Workbook_BearsNoTimeOfItsMaking()
    {
        using var archive = ZipFile.OpenRead(Write(CitySystem.Workbook, Seeking, SeekerRow));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(2000, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void OldWorkbook_IsReadWhole_WhenItsAllocationTableOutgrowsTheHeader()
    {
        const int rows = 45_000;
        var path = Path.Combine(_folder, "large.xls");
        var columns = Seeking.Columns;
        using (var file = new XlsFile(path, columns, Dialect.Of(CitySystem.OldWorkbook), WorkbookHead.Plain(columns.Select(column => column.Hrss)), columns.Select(_ => 1).ToArray(), []))
        {
            for (var row = 0; row < rows; row++)
            {
                SeekerRow[0] = Cell.Of($"R{row}");
                file.Write(SeekerRow, 0);
            }
        }

        Assert.True(new FileInfo(path).Length > 109 * 128 * 512, "The file is too small to need a second level of its allocation table.");
        var sheet = Sheet.Read(path);
        Assert.Equal(rows + 1, sheet.Rows.Count);
        Assert.Equal("R0", sheet.Rows[1][0]);
        Assert.Equal("R44999", sheet.Rows[rows][0]);
    }

    Cell[] SeekerRow { get; } =
    [
        Cell.Of("R1"), Cell.Of("130191********123X"), Cell.Code("2"), Cell.Day(new DateOnly(1990, 2, 3).DayNumber), Cell.Code("31"), Cell.Code("4-01-02"),
        Cell.Of("130191"), Cell.Day(new DateOnly(2024, 3, 5).DayNumber), Cell.Empty, Cell.Empty,
        Cell.Moment(new DateOnly(2024, 3, 6).DayNumber * 86_400L + 10 * 3600 + 20 * 60 + 30),
    ];

    string Write(CitySystem system, SourceLayout layout, params Cell[] row)
    {
        var city = new City(0, 130100, "测试市", 130000, "测试省", system, 1000, [130191], 1);
        using (var file = new Exporter(_folder, city).Open(layout, "2024Q1", mostRows: 1)) file.Write(row, salt: 0);
        return Directory.EnumerateFiles(Path.Combine(_folder, layout.Name)).Single();
    }
}
