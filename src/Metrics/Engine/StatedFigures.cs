using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>
/// The figures that indicators over other indicators read, as the table <c>figure.stated</c>. It is kept like a mart: a computation replaces what it made anew.
/// </summary>
static class StatedFigures
{
    /// <summary>Stands for every indicator that is not itself over others.</summary>
    public const string All = "all";

    static readonly string Figures = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Engine/stated_figures.sql");

    /// <summary>Of the rule by which figures are taken up: another one means that the table is made anew.</summary>
    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Figures)));

    /// <summary>Takes up the figures staged in <c>computed</c>, which are all those in scope.</summary>
    public static void Update(DuckDBConnection connection, IndicatorCatalogue catalogue, FigureScope scope)
    {
        if (scope.IsEverything)
        {
            Create(connection, catalogue.Indicators, "computed");
            return;
        }
        connection.Execute($"DELETE FROM figure.stated WHERE {scope.Condition}");
        connection.Execute($"INSERT INTO figure.stated {Of("computed")}");
    }

    public static void FillFromRelease(DuckDBConnection connection, IReadOnlyList<IndicatorDefinition> indicators) =>
        Create(connection, indicators, "(SELECT * FROM release.observation WHERE known_to IS NULL)");

    static void Create(DuckDBConnection connection, IReadOnlyList<IndicatorDefinition> indicators, string observations)
    {
        connection.Execute("CREATE SCHEMA IF NOT EXISTS figure");
        connection.Execute("CREATE OR REPLACE TABLE figure.indicator (indicator VARCHAR NOT NULL, half_unit_millionths BIGINT NOT NULL, better VARCHAR NOT NULL, has_quarters BOOLEAN NOT NULL)");
        var taken = Taken(indicators).Select(x => string.Create(CultureInfo.InvariantCulture, $"({Sql.Literal(x.Code)}, {HalfUnit(x.Header.Decimals)}, '{x.Header.Better}', {x.Header.Frequencies.Contains(Frequency.Quarter)})")).ToList();
        if (taken.Count > 0) connection.Execute($"INSERT INTO figure.indicator VALUES {string.Join(", ", taken)}");
        connection.Execute($"CREATE OR REPLACE TABLE figure.stated AS {Of(observations)}");
    }

    static string Of(string observations) => Figures.Replace("observation_source", observations, StringComparison.Ordinal);

    static IEnumerable<IndicatorDefinition> Taken(IReadOnlyList<IndicatorDefinition> indicators)
    {
        var named = indicators.SelectMany(x => x.Header.DependsOn).ToHashSet(StringComparer.Ordinal);
        return indicators.Where(x => x.Header.DependsOn.Count == 0 && x.Header.Model is null && (named.Contains(All) || named.Contains(x.Code)));
    }

    // 0.005 of a figure with two decimals, in millionths.
    static long HalfUnit(int decimals) => (long)BigInteger.Pow(10, 6 - decimals) / 2;
}
