using System.Text.RegularExpressions;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Tests.Definitions;

/// <summary>What every mart and indicator file must keep, found by walking the catalogue.</summary>
public sealed partial class SqlContractTests : IClassFixture<SqlContractTests.EmptyMarts>
{
    static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.BuiltIn();
    static readonly string[] WholeNumbers = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"];

    readonly DuckDBConnection connection;

    public SqlContractTests(EmptyMarts marts) => connection = marts.Connection;

    public static TheoryData<string> Marts => [.. Catalogue.Marts.Select(x => x.Header.Mart)];

    public static TheoryData<string> Indicators => [.. Catalogue.Indicators.Select(x => x.Header.Id)];

    [Theory]
    [MemberData(nameof(Marts))]
    public void Mart_ReturnsExactlyItsColumnsWithWholeMeasures(string name)
    {
        var mart = Catalogue.Mart(name);
        var columns = Columns(mart.Sql);

        Assert.Equal(mart.Columns.Order(), columns.Keys.Order());
        Assert.Equal("BIGINT", columns["origin"]);
        Assert.All(mart.Header.Measures, measure => Assert.Contains(columns[measure], WholeNumbers));
        Assert.All(mart.Header.Dimensions, dimension => Assert.Equal(dimension.Value, columns[dimension.Key]));
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Indicator_ReturnsExactlyItsColumnsWithWholeParts(string id)
    {
        var indicator = Catalogue.Find(id)!;
        var columns = Columns(indicator.Sql);

        Assert.Equal(new[] { "origin", "area_code", "month" }.Concat(indicator.Dimensions(Frequency.ReportMonth) is null ? [] : ["report_month"]).Concat(indicator.Header.Members.Keys).Concat(indicator.FindsMembers ? [indicator.Header.Over!] : []).Concat(indicator.PartNames).Order(), columns.Keys.Order());
        Assert.All(indicator.PartNames, part => Assert.Contains(columns[part], WholeNumbers));
    }

    [Theory]
    [MemberData(nameof(Marts))]
    public void Mart_IsPlannedWithoutNestedLoops(string name) => AssertNoNestedLoop(Catalogue.Mart(name).Sql);

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Indicator_IsPlannedWithoutNestedLoops(string id) => AssertNoNestedLoop(PartReader.Query(Catalogue.Find(id)!, Frequency.Month, PartReader.Columns(Catalogue.Find(id)!)));

    [Fact]
    public void NestedLoopGuard_SeesAnIntervalJoin() => Assert.ThrowsAny<Exception>(() => AssertNoNestedLoop(
        "SELECT count(*) FROM input.job_postings AS spell LEFT JOIN mart.labour_stock AS month_end ON spell.ended_month IS NULL OR spell.ended_month > month_end.month"));

    [Theory]
    [MemberData(nameof(Marts))]
    [MemberData(nameof(Indicators))]
    public void Sql_RunsOnEveryEngineAlike(string name)
    {
        var sql = Catalogue.Find(name)?.Sql ?? Catalogue.Mart(name).Sql;

        Assert.DoesNotMatch(NotPortable(), Remarks().Replace(sql, ""));
    }

    [Theory]
    [InlineData("SELECT a / b FROM t")]
    [InlineData("SELECT round(a) FROM t")]
    [InlineData("SELECT a FROM t LEFT JOIN u USING (b)")]
    [InlineData("SELECT avg(a) FROM t")]
    [InlineData("SELECT sum(CAST(a AS DOUBLE)) FROM t")]
    [InlineData("SELECT approx_count_distinct(a) FROM t")]
    public void PortableGuard_SeesEachKind(string sql) => Assert.Matches(NotPortable(), sql);

    Dictionary<string, string> Columns(string sql) =>
        connection.Query($"DESCRIBE {sql}", row => (row.GetString(0), row.GetString(1))).ToDictionary(x => x.Item1, x => x.Item2);

    void AssertNoNestedLoop(string sql)
    {
        var plan = string.Join('\n', connection.Query($"EXPLAIN {sql}", row => row.GetString(1)));
        Assert.DoesNotMatch("BLOCKWISE_NL_JOIN|NESTED_LOOP_JOIN|CROSS_PRODUCT", plan);
    }

    [GeneratedRegex(@"\b(avg|mode|first|last|any_value|arg_min|arg_max|median|round|approx_\w+|quantile\w*)\s*\(|\b(DOUBLE|FLOAT|REAL)\b|/|\b(LEFT|RIGHT|FULL|OUTER)\s+(OUTER\s+)?JOIN\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotPortable();

    [GeneratedRegex(@"/\*.*?\*/|--[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Remarks();

    /// <summary>Empty staging tables, with the marts as the engine makes them.</summary>
    public sealed class EmptyMarts : IDisposable
    {
        readonly StagedWarehouse warehouse = new(withFurtherSources: true);

        public EmptyMarts()
        {
            MartBuilder.Build(warehouse.Connection, Catalogue.Marts, null, CancellationToken.None);
            warehouse.Connection.Execute("CREATE TEMP TABLE computed AS SELECT * EXCLUDE (known_from, known_to) FROM obs.observation LIMIT 0");
            StatedFigures.Update(warehouse.Connection, Catalogue, FigureScope.Everything);
        }

        internal DuckDBConnection Connection => warehouse.Connection;

        public void Dispose() => warehouse.Dispose();
    }
}
