using System.Numerics;
using DemoCityAnalytics.Warehouse.Figures;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Verification;

/// <summary>An area whose published rate does not follow from its published parts.</summary>
public sealed record RateDifference(string AreaId, string PeriodId, decimal Published, decimal? Recomputed);

/// <summary>Published unemployment rates of aggregate tables, held against their own parts.</summary>
/// <param name="Areas">Areas compared.</param>
/// <param name="PooledPercent">Σ unemployed ÷ Σ labour force, four decimals: the rate of all areas together.</param>
/// <param name="MeanPercent">Mean of the areas' rates, four decimals: what the pooled rate must not be mistaken for.</param>
public sealed record PublishedRates(
    int Areas, IReadOnlyList<RateDifference> Differences, BigInteger LabourForce, BigInteger Employed, BigInteger Unemployed,
    decimal? PooledPercent, decimal? MeanPercent)
{
    /// <summary>Decimals to which the statistical office publishes.</summary>
    const int PublishedDecimals = 1;

    const int PooledDecimals = 4;

    public static PublishedRates Of(DuckDBConnection connection)
    {
        var rows = connection.Query(
            """
            SELECT area_id, period_id, labour_force, employed, unemployed, published_rate
            FROM stg.labour_area_statistics
            WHERE superseded_by IS NULL
            ORDER BY period_id, area_id
            """,
            row => (Area: row.GetString(0), Period: row.GetString(1), LabourForce: row.GetInt64(2), Employed: row.GetInt64(3), Unemployed: row.GetInt64(4), Published: row.GetDecimal(5)));
        var differences = rows
            .Select(row => new RateDifference(row.Area, row.Period, row.Published, HalfUp.Quotient(row.Unemployed, row.LabourForce, 100, PublishedDecimals)))
            .Where(rate => rate.Published != rate.Recomputed).ToList();
        var labourForce = Sum(rows.Select(row => row.LabourForce));
        var unemployed = Sum(rows.Select(row => row.Unemployed));
        return new PublishedRates(
            rows.Count, differences, labourForce, Sum(rows.Select(row => row.Employed)), unemployed,
            HalfUp.Quotient(unemployed, labourForce, 100, PooledDecimals), Mean(rows.ConvertAll(row => (row.Unemployed, row.LabourForce))));
    }

    static BigInteger Sum(IEnumerable<long> counts) => counts.Aggregate(BigInteger.Zero, (sum, count) => sum + count);

    // Rates to 20 decimals: their error is far below the fourth decimal of the mean.
    static decimal? Mean(List<(long Unemployed, long LabourForce)> areas)
    {
        var rates = areas.Select(area => HalfUp.Quotient(area.Unemployed, area.LabourForce, 100, 20)).OfType<decimal>().ToList();
        return rates.Count == 0 ? null : HalfUp.Round(rates.Sum() / rates.Count, PooledDecimals);
    }
}
