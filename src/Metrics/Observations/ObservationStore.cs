using System.Reflection;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Warehouse.Areas;
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
    static readonly string Changed = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Observations/changed.sql");

    /// <summary>Query of the current figures that differ from those in <c>computed</c>.</summary>
    internal static string Differences { get; } = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Observations/differences.sql");

    /// <param name="observations">All figures of the areas, indicator by indicator.</param>
    /// <param name="areas">Areas whose figures are given; a current figure of theirs that is not among them ends. Null for all.</param>
    /// <param name="indicators">Codes of the indicators whose figures are given; null for all there are or were.</param>
    /// <param name="now">UTC.</param>
    public static ObservationChanges Write(
        DuckDBConnection connection, IEnumerable<(IndicatorDefinition, IEnumerable<Observation>)> observations, IReadOnlyCollection<int>? areas,
        IReadOnlySet<string>? indicators, DateTime now,
        CancellationToken cancel)
    {
        var computed = Stage(connection, observations, cancel);
        connection.Execute(Changed.Replace("asked_for", AskedFor(areas, indicators), StringComparison.Ordinal));
        var ended = connection.Execute("UPDATE obs.observation SET known_to = $now WHERE rowid IN (SELECT held_row FROM changed WHERE held_row IS NOT NULL)", ("now", now));
        var added = connection.Execute(
            "INSERT INTO obs.observation BY NAME SELECT *, $now AS known_from FROM computed WHERE rowid IN (SELECT computed_row FROM changed WHERE computed_row IS NOT NULL)", ("now", now));
        connection.Execute("DROP TABLE computed; DROP TABLE changed");
        return new ObservationChanges(computed, ended, added);
    }

    // Written out, so that the database skips the blocks that hold none of these.
    static string AskedFor(IReadOnlyCollection<int>? areas, IReadOnlySet<string>? indicators) => string.Join(" AND ", [
        areas is null ? "true" : $"area_code IN ({InputViews.Codes(areas.Append(Area.NoCity))})",
        indicators is null ? "true" : $"indicator IN ({string.Join(", ", indicators.Order(StringComparer.Ordinal).Append("").Select(Sql.Literal))})"]);

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
