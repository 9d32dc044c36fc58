using System.Globalization;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>Each indicator over mart or source rows few enough to check in the head, against results worked out by hand.</summary>
public sealed class IndicatorCaseTests(CaseDatabase database, SourceCases sources) : IClassFixture<CaseDatabase>, IClassFixture<SourceCases>
{
    static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.BuiltIn();

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var indicator in Catalogue.Indicators)
                foreach (var folder in CaseFiles.Of(indicator.Header.Id)) cases.Add(indicator.Header.Id, Path.GetFileName(folder));
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(string indicator, string sentence)
    {
        var folder = Path.Combine(CaseFiles.Root, indicator, sentence);
        var definition = Catalogue.Find(indicator)!;
        var observed = (SourceCases.IsOne(folder) ? sources.Observe(Catalogue, definition, folder) : database.Observe(Catalogue, definition, folder)).ToDictionary(x => x.Id);

        var expected = CaseFiles.Rows(Path.Combine(folder, "expected.csv"));
        Assert.NotEmpty(expected);
        var differences = new List<string>();
        void Same(FigureId id, string what, object? wanted, object? found)
        {
            if (!Equals(wanted, found)) differences.Add($"{id} {what}: expected {wanted ?? "nothing"}, found {found ?? "nothing"}.");
        }
        foreach (var row in expected)
        {
            var id = FigureId.Parse(row["figure"]!);
            var found = observed.GetValueOrDefault(id);
            Same(id, "status", row["status"], found?.Status.ToString() ?? "absent");
            if (found is null) continue;
            Same(id, "value", Number(row["value"]), found.Value);
            foreach (var (column, value) in new[] { ("low", found.Low), ("high", found.High), ("numerator", (decimal?)found.Numerator), ("denominator", (decimal?)found.Denominator) })
                if (row.GetValueOrDefault(column) is { } cell) Same(id, column, Number(cell), value);
            if (row.GetValueOrDefault("note") is { } note) Same(id, "note", note, found.Note);
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void EveryIndicator_HasCases()
    {
        var without = Catalogue.Indicators.Where(x => !CaseFiles.Of(x.Header.Id).Any()).Select(x => x.Header.Id);

        Assert.Empty(without);
    }

    static decimal? Number(string? cell) => cell is null ? null : decimal.Parse(cell, CultureInfo.InvariantCulture);
}

/// <summary>A database in memory with the mart tables; each case fills them anew.</summary>
public sealed class CaseDatabase : IDisposable
{
    readonly DuckDBConnection connection = new("DataSource=:memory:");

    public CaseDatabase()
    {
        connection.Open();
        connection.Execute("CREATE SCHEMA mart");
    }

    internal List<Observation> Observe(IndicatorCatalogue catalogue, IndicatorDefinition definition, string folder)
    {
        var ranges = new Dictionary<(string, int), MonthRange>();
        var codes = new HashSet<int>();
        foreach (var mart in catalogue.Marts)
        {
            connection.Execute($"DROP TABLE IF EXISTS mart.{mart.Header.Mart}");
            MartBuilder.CreateTable(connection, mart);
            var file = Path.Combine(folder, $"given.mart.{mart.Header.Mart}.csv");
            if (!File.Exists(file)) continue;
            foreach (var row in CaseFiles.Rows(file))
            {
                var code = int.Parse(row["area_code"]!, CultureInfo.InvariantCulture);
                codes.Add(code);
                connection.Execute(
                    $"INSERT INTO mart.{mart.Header.Mart} (origin, {string.Join(", ", row.Keys)}) VALUES (0, {string.Join(", ", row.Keys.Select(x => "$" + x))})",
                    row.Select(x => (x.Key, CaseFiles.Value(x.Key, x.Value))).ToArray());
                if (mart.Header.Levels && mart.Header.Mart == "target_plan") continue;
                var month = Month.Parse(row["month"]!).Index;
                foreach (var source in mart.Header.Sources.Keys) Widen(ranges, (source, CityOf(code)), month, month);
            }
        }
        var coverage = Path.Combine(folder, "given.coverage.csv");
        if (File.Exists(coverage))
        {
            ranges.Clear();
            foreach (var row in CaseFiles.Rows(coverage))
                foreach (var source in row["source"] == "all" ? catalogue.SourceNames.Keys : [row["source"]!])
                    Widen(ranges, (source, int.Parse(row["city_code"]!, CultureInfo.InvariantCulture)), Month.Parse(row["first_month"]!).Index, Month.Parse(row["last_month"]!).Index);
        }
        var panel = Panel.Of(Areas(codes), new Coverage(ranges));
        return [.. new FigureEngine(connection, catalogue, panel, new Coverage(ranges)).Observe(definition, Enumerable.Range(0, panel.Areas.Count).ToList(), CancellationToken.None)];
    }

    static void Widen(Dictionary<(string, int), MonthRange> ranges, (string, int) key, int first, int last) =>
        ranges[key] = ranges.TryGetValue(key, out var known) ? known.Hull(new MonthRange(first, last)) : new MonthRange(first, last);

    static int CityOf(int code) => code / 100 * 100;

    static List<Area> Areas(IEnumerable<int> codes) =>
    [
        new(0, "全国", "nation", null, "nation", false), new(130000, "河北省", "province", 0, "province", false), new(330000, "浙江省", "province", 0, "province", false),
        new(130100, "石家庄市", "city", 130000, "", false), new(130200, "唐山市", "city", 130000, "", false), new(330100, "杭州市", "city", 330000, "", false),
        .. codes.Where(code => code % 100 != 0).Select(code => new Area(code, $"{code}", "district", CityOf(code), "", true)),
    ];

    public void Dispose() => connection.Dispose();
}
