using System.Globalization;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>Each mart over a few staging rows, against the measures worked out by hand. Columns that a case does not name are not compared.</summary>
public sealed class MartCaseTests(MartCaseTests.Warehouses warehouses) : IClassFixture<MartCaseTests.Warehouses>
{
    static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.BuiltIn();

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var mart in Catalogue.Marts)
                foreach (var folder in CaseFiles.Of($"marts/{mart.Header.Mart}")) cases.Add(mart.Header.Mart, Path.GetFileName(folder));
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(string mart, string sentence)
    {
        var folder = Path.Combine(CaseFiles.Root, "marts", mart, sentence);
        var warehouse = warehouses.Emptied();
        foreach (var file in Directory.GetFiles(folder, "given.stg.*.csv"))
            foreach (var row in CaseFiles.Rows(file))
                warehouse.Add(
                    Path.GetFileName(file).Split('.')[2], int.Parse(row["district_code"]!, CultureInfo.InvariantCulture),
                    [.. row.Where(x => x.Key != "district_code").Select(x => (x.Key, CaseFiles.Value(x.Key, x.Value)))]);

        MartBuilder.Build(warehouse.Connection, [Catalogue.Mart(mart)], null, CancellationToken.None);

        var expected = CaseFiles.Rows(Path.Combine(folder, "expected.csv"));
        var columns = expected[0].Keys.ToList();
        var measures = Catalogue.Mart(mart).Header.Measures;
        var found = warehouse.Connection.Query(
            $"SELECT {string.Join(", ", columns.Select(column => measures.Contains(column) ? $"CAST(sum({column}) AS BIGINT) AS {column}" : column))} FROM mart.{mart} GROUP BY ALL",
            row => string.Join(',', columns.Select((_, index) => row.IsDBNull(index) ? "" : Convert.ToString(row.GetValue(index), CultureInfo.InvariantCulture))));
        Assert.Equal(
            expected.Select(row => string.Join(',', columns.Select(column => CaseFiles.Value(column, row[column])))).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryMart_HasACase()
    {
        // A case of an indicator that begins with source rows builds the marts that the indicator reads.
        var built = Catalogue.Indicators.Where(x => CaseFiles.Of(x.Header.Id).Any(SourceCases.IsOne)).SelectMany(x => x.Marts).ToHashSet();

        Assert.All(Catalogue.Marts, mart => Assert.True(built.Contains(mart.Header.Mart) || CaseFiles.Of($"marts/{mart.Header.Mart}").Any(), mart.Header.Mart));
    }

    public sealed class Warehouses : IDisposable
    {
        readonly StagedWarehouse warehouse = new();

        internal StagedWarehouse Emptied()
        {
            foreach (var table in warehouse.Connection.Query("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'stg'", row => row.GetString(0)))
                warehouse.Connection.Execute($"DELETE FROM stg.{table}");
            return warehouse;
        }

        public void Dispose() => warehouse.Dispose();
    }
}
