using DemoCityAnalytics.Cli.Tests.Running;
using DemoCityAnalytics.Cli.Verification;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Cli.Tests.Verification;

public sealed class TruthComparisonTests : IDisposable
{
    const string Head = "indicator,variant,area_code,period,breakdown,member,numerator,denominator,value,low,high,status\n";

    readonly TemporaryFolder folder = new();

    public TruthComparisonTests()
    {
        using var release = new DuckDBConnection($"DataSource={folder.File("release.duckdb")}");
        release.Open();
        release.Execute("""
            CREATE TABLE observation (
                indicator VARCHAR, variant VARCHAR, area_code INTEGER, period VARCHAR, breakdown VARCHAR, member VARCHAR, numerator HUGEINT,
                denominator HUGEINT, value DECIMAL(28, 6), low DECIMAL(28, 6), high DECIMAL(28, 6), status VARCHAR, known_to TIMESTAMP);
            INSERT INTO observation VALUES
                ('E05', '', 130100, '2024-Q4', '', '', 312, 10000, 3.12, NULL, NULL, 'Normal', NULL),
                ('E05', '', 130100, '2024-Q4', '', '', 400, 10000, 4, NULL, NULL, 'Normal', TIMESTAMP '2025-01-01'),
                ('C07', '', 130100, '2024', 'channel', '1', 99, 100, 99, 94.55, 99.82, 'Normal', NULL),
                ('E02', '', 130100, '2024-06-ytd', '', '', NULL, NULL, NULL, NULL, NULL, 'Missing', NULL);
            """);
    }

    [Theory]
    [InlineData("E05,,130100,2024-Q4,,,312,10000,3.12,,,normal")]
    [InlineData("E05,,130100,2024-Q4,,,,,3.12,,,normal")]
    [InlineData("C07,,130100,2024,channel,1,99,100,99.00,94.55,99.82,normal")]
    [InlineData("E02,,130100,2024-06-ytd,,,,,,,,missing")]
    public void OfFigures_CountsAFigureThatIsAsStated(string stated)
    {
        var comparison = Compare(stated);

        Assert.Equal(1, comparison.Equal);
        Assert.Empty(comparison.Differences);
    }

    [Theory]
    [InlineData("E05,,130100,2024-Q4,,,312,10000,3.13,,,normal", "E05::130100:2024-Q4: expected normal 3.130000 parts 312 10000, found normal 3.120000 parts 312 10000")]
    [InlineData("E05,,130100,2024-Q4,,,311,10000,3.12,,,normal", "E05::130100:2024-Q4: expected normal 3.120000 parts 311 10000, found normal 3.120000 parts 312 10000")]
    [InlineData("C07,,130100,2024,channel,1,,,99,94.54,99.82,normal", "C07::130100:2024:channel:1: expected normal 99.000000 94.540000 99.820000 parts, found normal 99.000000 94.550000 99.820000 parts 99 100")]
    [InlineData("E02,,130100,2024-06-ytd,,,,,100,,,normal", "E02::130100:2024-06-ytd: expected normal 100.000000 parts, found missing parts")]
    [InlineData("E05,,130100,2024-Q3,,,,,3.12,,,normal", "E05::130100:2024-Q3: expected normal 3.120000 parts, found no figure")]
    [InlineData("E05,,130100,2024-Q4,,,,,,,,missing", "E05::130100:2024-Q4: expected missing parts, found normal 3.120000 parts 312 10000")]
    public void OfFigures_NamesAFigureThatIsNot(string stated, string difference)
    {
        var comparison = Compare(stated);

        Assert.Equal(0, comparison.Equal);
        Assert.Equal(difference, Assert.Single(comparison.Differences).ToString());
    }

    [Fact]
    public void OfRejections_CountsRowsPerSourceRuleColumnAndSeverity()
    {
        using var warehouse = WarehouseDatabase.Open(new WarehouseOptions { Folder = folder.File("warehouse"), MemoryMiB = 256 });
        using var connection = warehouse.Connect();
        connection.Execute("""
            INSERT INTO ops.load VALUES (1, 'employers', 'a.csv', 'a', 1, true, '', '', '', '', TIMESTAMP '2026-01-01', 9, 6, 3, 0, 1, 0, 0);
            INSERT INTO ops.rejection VALUES
                (1, 2, 'name', 'required', 'rejection', '', '', '', '', '', ''), (1, 3, 'name', 'required', 'rejection', '', '', '', '', '', ''),
                (1, 4, '', 'columns', 'rejection', '', '', '', '', '', ''), (1, 5, 'opened_on', 'type', 'rejection', '', '', '', '', '', '');
            """);
        folder.Write("rejections.csv", "source,rule,column,severity,rows\nemployers,required,name,rejection,2\nemployers,columns,,rejection,2\njob_seeking,type,registered_on,rejection,1\n");

        var comparison = TruthComparison.OfRejections(folder.Path, connection);

        Assert.Equal(1, comparison.Equal);
        Assert.Equal(
            ["employers columns (rejection): expected 2 rows, found 1 rows", "employers type opened_on (rejection): expected 0 rows, found 1 rows", "job_seeking type registered_on (rejection): expected 1 rows, found 0 rows"],
            comparison.Differences.Select(difference => difference.ToString()));
    }

    public void Dispose() => folder.Dispose();

    Comparison Compare(string stated)
    {
        folder.Write("observations.csv", Head + stated + "\n");
        return TruthComparison.OfFigures(folder.Path, folder.File("release.duckdb"));
    }
}
