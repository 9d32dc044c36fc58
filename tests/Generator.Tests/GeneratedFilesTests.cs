using System.Globalization;
using System.Text;
using System.Text.Json;
using DemoCityAnalytics.Generator.Tests.Formats;

namespace DemoCityAnalytics.Generator.Tests;

public sealed class GeneratedFilesTests(GeneratedFilesTests.Run generated) : IClassFixture<GeneratedFilesTests.Run>
{
    static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    // Rows of a workbook around its table: title, remark, one or two rows of headings; an empty row and two notes.
    const int WorkbookFrame = 6;

    readonly GeneratedRun _run = generated.Files;

    [Fact]
    public void Report_CountsTheRowsThatTheFilesHold()
    {
        foreach (var (source, rows) in _run.Report.RowsBySource)
            Assert.True(rows == _run.Files(source).Sum(RowsOf), $"{source}: the report says {rows}, the files hold {_run.Files(source).Sum(RowsOf)}.");
        Assert.Equal(_run.Report.Files, Directory.EnumerateFiles(_run.PathOf("files"), "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public void EverySystem_WritesItsOwnFormatAndHeadings()
    {
        var heads = _run.Files("job_seeking").GroupBy(Path.GetExtension).ToDictionary(group => group.Key!, group => group.ToArray());

        Assert.Equal([".csv", ".jsonl", ".xls", ".xlsx"], heads.Keys.Order(StringComparer.Ordinal));
        var csv = heads[".csv"].Select(path => File.ReadAllBytes(path)).ToArray();
        Assert.Contains(csv, bytes => bytes is [0xEF, 0xBB, 0xBF, ..] && StrictUtf8.GetString(bytes)[1..].StartsWith("求职登记编号,证件号码", StringComparison.Ordinal));
        Assert.Contains(csv, bytes => bytes[0] != 0xEF && Gb18030.GetString(bytes).StartsWith("登记编号,身份证号,性别,出生年月日,学历,意向职业编码,区划,求职登记时间,有效截止,注销时间,修改时间\r\n", StringComparison.Ordinal));
        Assert.Equal("acc200", Sheet.Read(heads[".xls"][0]).Rows[0][0]);
        Assert.Equal("求职登记编号", Sheet.Read(heads[".xlsx"][0]).Rows[2][0]);
        using var line = JsonDocument.Parse(File.ReadLines(heads[".jsonl"][0]).First());
        Assert.True(line.RootElement.TryGetProperty("registration_id", out _));
    }

    [Fact]
    public void Rejections_AreCountedByKind_EachKindEquallyOften()
    {
        var lines = File.ReadAllLines(_run.PathOf("truth/rejections.csv")).Skip(1).Select(line => line.Split(',')).ToArray();

        Assert.Equal(_run.Report.Rejected, lines.Where(cells => cells[3] == "rejection").Sum(Rows));
        Assert.Equal(_run.Report.Warned, lines.Where(cells => cells[3] == "warning").Sum(Rows));
        var rules = lines.Select(cells => cells[1]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["area_unknown", "code_list", "columns", "future", "identifier", "order", "range", "required", "type"], rules);
        // 7 cities × 14 months: twice each, except in the small tables that cities state, which hold fewer.
        Assert.All(lines.Where(cells => cells[0] is "job_postings" or "job_seeking" or "employment_registration" or "unemployment_registration"), cells => Assert.Equal(2, Rows(cells)));
    }

    [Fact]
    public void FaultyRows_AreInTheFiles_AsOftenAsTheTruthSays()
    {
        var rows = _run.Files("employment_registration").Where(path => path.EndsWith(".csv", StringComparison.Ordinal))
            .SelectMany(path => Cells(path).Skip(1).Select(cells => (Headings: Cells(path)[0].Length, Cells: cells))).ToArray();
        var others = _run.Files("employment_registration").Where(path => !path.EndsWith(".csv", StringComparison.Ordinal)).ToArray();

        // Ragged rows can only stand in delimited text, so all of them must be there: a row with two cells missing or one more than the headings.
        Assert.Equal(Counted("employment_registration", "columns"), rows.Count(row => row.Cells.Length == row.Headings - 2 || (row.Cells.Length == row.Headings + 1 && !row.Cells.Any(cell => cell.StartsWith('"')))));
        Assert.NotEmpty(others);
    }

    [Fact]
    public void Truth_CoversEveryMonthOfEveryCity_AndSaysWhatIsMissing()
    {
        var rows = File.ReadAllLines(_run.PathOf("truth/observations.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        Assert.Equal(_run.Report.Observations, rows.Length);
        Assert.Equal(rows.Length, rows.Select(cells => string.Join(',', cells[..6])).Distinct().Count());

        using var marker = JsonDocument.Parse(File.ReadAllText(_run.PathOf("synthetic.json")));
        var cities = marker.RootElement.GetProperty("areas").EnumerateArray().Select(area => area.GetProperty("code").GetInt32().ToString(CultureInfo.InvariantCulture)).ToArray();
        foreach (var city in cities)
            foreach (var indicator in new[] { "E01", "E05", "E07", "C07", "D04", "D05" })
                Assert.Equal(14, rows.Count(cells => cells[0] == indicator && cells[1] == "" && cells[2] == city && cells[4] == "" && cells[3].Length == 7 && cells[3][5] is not 'Q'));

        // One city never sent its stock of June 2023: it, its province and the nation have no rate then.
        var missing = rows.Where(cells => cells[0] == "E05" && cells[3] == "2023-06" && cells[11] == "missing").Select(cells => cells[2]).ToArray();
        Assert.Single(missing.Intersect(cities));
        Assert.Contains("0", missing);
        Assert.Contains(rows, cells => cells[0] == "E02" && cells[2] != "0" && cells[11] == "missing");
        Assert.All(rows, cells => Assert.Equal(cells[11] == "missing", cells[8].Length == 0));
    }

    [Fact]
    public void Folder_IsMarkedAsSynthetic()
    {
        using var marker = JsonDocument.Parse(File.ReadAllText(_run.PathOf("synthetic.json")));
        Assert.Equal("合成数据 / synthetic data", marker.RootElement.GetProperty("notice").GetString());
        Assert.Equal(5, marker.RootElement.GetProperty("parameters").GetProperty("seed").GetInt32());
        Assert.Contains("合成数据", File.ReadAllText(_run.PathOf("README.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_LeavesAFolderAlone_ThatHoldsSomething()
    {
        var options = new GeneratorOptions { OutputFolder = _run.Folder };
        await Assert.ThrowsAsync<ArgumentException>(() => CityDataGenerator.Generate(options, null, CancellationToken.None));
    }

    [Theory]
    [InlineData(0, 12, "2023-01")]
    [InlineData(1000, 12, "2023-01")]
    [InlineData(3, 0, "2023-01")]
    [InlineData(3, 12, "2023-13")]
    public async Task Generate_SaysWhatIsWrong_WithAnOption(int cities, int months, string start)
    {
        var options = new GeneratorOptions { Cities = cities, Months = months, Start = start, OutputFolder = _run.PathOf("new") };
        await Assert.ThrowsAsync<ArgumentException>(() => CityDataGenerator.Generate(options, null, CancellationToken.None));
        Assert.False(Directory.Exists(_run.PathOf("new")));
    }

    static long Rows(string[] cells) => long.Parse(cells[4], CultureInfo.InvariantCulture);

    long Counted(string source, string rule) => File.ReadAllLines(_run.PathOf("truth/rejections.csv"))
        .Select(line => line.Split(',')).Where(cells => cells[0] == source && cells[1] == rule).Sum(Rows);

    static bool HasGroups(Sheet sheet) => sheet.Merged.Any(cells => cells.FromRow == 2);

    static string[][] Cells(string path) => Text(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(',')).ToArray();

    static string Text(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes is [0xEF, 0xBB, 0xBF, ..] ? StrictUtf8.GetString(bytes) : Gb18030.GetString(bytes);
    }

    static long RowsOf(string path) => Path.GetExtension(path) switch
    {
        ".xlsx" => Sheet.Read(path) is var sheet ? sheet.Rows.Count - WorkbookFrame - (HasGroups(sheet) ? 1 : 0) : 0,
        ".xls" => Sheet.Read(path).Rows.Count - 1,
        ".jsonl" => File.ReadLines(path).Count(),
        _ => Text(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1,
    };

    /// <summary>One run for all tests.</summary>
    public sealed class Run : IAsyncLifetime
    {
        public GeneratedRun Files { get; private set; } = null!;

        public async Task InitializeAsync() => Files = await GeneratedRun.Of(cities: 7, months: 14, seed: 5);

        public Task DisposeAsync()
        {
            Files.Dispose();
            return Task.CompletedTask;
        }
    }
}
