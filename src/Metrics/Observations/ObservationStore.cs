using System.Reflection;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Observations;

/// <summary>How many figures were computed, and what became of the current ones.</summary>
/// <param name="Ended">Figures that were current and are no longer: changed or no longer stated.</param>
public sealed record ObservationChanges(long Computed, long Ended, long Added);

/// <summary>
/// Keeps observations with the time from and until which they were known: a changed figure ends the earlier one, an unchanged one is left alone.
/// </summary>
static class ObservationStore
{
    static readonly string End = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Observations/end_changed.sql");
    static readonly string Add = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Observations/add_changed.sql");

    /// <summary>Query of the current figures that differ from those in <c>computed</c>.</summary>
    internal static string Differences { get; } = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Observations/differences.sql");

    /// <param name="observations">All figures of the areas, indicator by indicator.</param>
    /// <param name="areas">Areas whose figures are given; a current figure of theirs that is not among them ends.</param>
    /// <param name="indicators">Codes of the indicators whose figures are given; null for all there are or were.</param>
    /// <param name="now">UTC.</param>
    public static ObservationChanges Write(
        DuckDBConnection connection, IEnumerable<(IndicatorDefinition, IEnumerable<Observation>)> observations, IEnumerable<int> areas,
        IReadOnlySet<string>? indicators, DateTime now,
        CancellationToken cancel)
    {
        var computed = Stage(connection, observations, cancel);
        connection.Execute("CREATE OR REPLACE TEMP TABLE computed_area (area_code INTEGER NOT NULL)");
        connection.Execute($"INSERT INTO computed_area SELECT unnest(CAST([{string.Join(", ", areas)}] AS INTEGER[]))");
        connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE computed_indicator AS
            {(indicators is null ? "SELECT DISTINCT indicator FROM obs.observation" : $"SELECT unnest(CAST([{string.Join(", ", indicators.Select(Sql.Literal))}] AS VARCHAR[])) AS indicator")}
            """);
        var ended = connection.Execute(End, ("now", now));
        var added = connection.Execute(Add, ("now", now));
        connection.Execute("DROP TABLE computed; DROP TABLE computed_area; DROP TABLE computed_indicator");
        return new ObservationChanges(computed, ended, added);
    }

    /// <summary>Puts observations into the temporary table <c>computed</c>.</summary>
    internal static long Stage(
        DuckDBConnection connection, IEnumerable<(IndicatorDefinition, IEnumerable<Observation>)> observations, CancellationToken cancel)
    {
        connection.Execute(
            """
            CREATE OR REPLACE TEMP TABLE computed AS
            SELECT * EXCLUDE (known_from, known_to)
            FROM obs.observation
            LIMIT 0
            """);
        var rows = 0L;
        foreach (var (definition, figures) in observations)
        {
            using var stream = new ObservationStream(definition, figures);
            ArrowImport.Run(connection, stream, "computed_stream", "INSERT INTO computed BY NAME SELECT * FROM computed_stream", cancel);
            rows += stream.Rows;
        }
        return rows;
    }
}
