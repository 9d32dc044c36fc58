using System.Reflection;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>
/// The figures that indicators over other indicators read, as the table <c>figure.stated</c>: those just computed, and the current ones of areas that were not.
/// </summary>
static class StatedFigures
{
    /// <summary>Stands for every indicator that is not itself over others.</summary>
    public const string All = "all";

    static readonly string Table = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Engine/stated_figures.sql");

    /// <param name="areas">Areas that were computed; the others' figures are the ones known so far.</param>
    /// <param name="computed">Codes of the indicators that were computed for them; null for all.</param>
    public static void FillFromComputed(
        DuckDBConnection connection, IndicatorCatalogue catalogue, IReadOnlyCollection<int> areas, IReadOnlySet<string>? computed = null) => Fill(connection, catalogue.Indicators, $"""
        (SELECT indicator, variant, area_code, frequency, period, last_month, breakdown, value FROM computed
         UNION ALL
         SELECT indicator, variant, area_code, frequency, period, last_month, breakdown, value FROM obs.observation
         WHERE known_to IS NULL
           AND NOT (area_code IN ({InputViews.Codes(areas.Append(Area.NoCity))}){(computed is null ? "" : $" AND indicator IN ({string.Join(", ", computed.Order(StringComparer.Ordinal).Select(Sql.Literal))})")}))
        """);

    public static void FillFromRelease(DuckDBConnection connection, IReadOnlyList<IndicatorDefinition> indicators) =>
        Fill(connection, indicators, "(SELECT * FROM release.observation WHERE known_to IS NULL)");

    public static void Drop(DuckDBConnection connection) => connection.Execute("DROP TABLE figure.stated; DROP TABLE figure.indicator; DROP SCHEMA figure");

    static void Fill(DuckDBConnection connection, IReadOnlyList<IndicatorDefinition> indicators, string observations)
    {
        connection.Execute("CREATE SCHEMA IF NOT EXISTS figure; DROP TABLE IF EXISTS figure.stated");
        connection.Execute("CREATE OR REPLACE TABLE figure.indicator (indicator VARCHAR NOT NULL, half_unit_millionths BIGINT NOT NULL, better VARCHAR NOT NULL)");
        foreach (var taken in Taken(indicators))
            connection.Execute(
                "INSERT INTO figure.indicator VALUES ($code, $half, $better)",
                ("code", taken.Code), ("half", HalfUnit(taken.Header.Decimals)), ("better", taken.Header.Better.ToString()));
        connection.Execute(Table.Replace("observation_source", observations, StringComparison.Ordinal));
    }

    static IEnumerable<IndicatorDefinition> Taken(IReadOnlyList<IndicatorDefinition> indicators)
    {
        var named = indicators.SelectMany(x => x.Header.DependsOn).ToHashSet(StringComparer.Ordinal);
        return indicators.Where(x => x.Header.DependsOn.Count == 0 && (named.Contains(All) || named.Contains(x.Code)));
    }

    // 0.005 of a figure with two decimals, in millionths.
    static long HalfUnit(int decimals) => (long)System.Numerics.BigInteger.Pow(10, 6 - decimals) / 2;
}
