using DemoCityAnalytics.Metrics.Verification;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Tests.Verification;

public sealed class PublishedRatesTests
{
    [Fact]
    public void Of_PoolsPartsAndNamesTheRateThatDoesNotFollow()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        connection.Execute("""
            CREATE SCHEMA stg;
            CREATE TABLE stg.labour_area_statistics (
                area_id VARCHAR, period_id VARCHAR, labour_force BIGINT, employed BIGINT, unemployed BIGINT, published_rate DECIMAL(18, 2), superseded_by INTEGER);
            INSERT INTO stg.labour_area_statistics VALUES
                ('01001', '2012', 1000, 900, 100, 10.0, NULL),   -- 10.0 %
                ('01003', '2012', 3000, 2955, 45, 1.5, NULL),    -- 1.5 %
                ('01005', '2012', 800, 757, 43, 5.3, NULL),      -- 5.375 % is 5.4, not 5.3
                ('01005', '2012', 800, 700, 100, 12.5, 2)        -- an ended version
            """);

        var rates = PublishedRates.Of(connection);

        Assert.Equal([new RateDifference("01005", "2012", 5.3m, 5.4m)], rates.Differences);
        Assert.Equal((3, 3.9167m, 5.6250m), (rates.Areas, rates.PooledPercent, rates.MeanPercent));   // 188 of 4,800; (10 + 1.5 + 5.375) ÷ 3
    }
}
