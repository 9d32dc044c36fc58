using System.Reflection;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
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
    static readonly string Differences = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Observations/differences.sql");

    /// <param name="observations">All figures in scope, indicator by indicator; a current one in scope that is not among them ends.</param>
    /// <param name="now">UTC.</param>
    public static ObservationChanges Write(
        DuckDBConnection connection, IEnumerable<(IndicatorDefinition, IEnumerable<Observation>)> observations, FigureScope scope, DateTime now, CancellationToken cancel)
    {
        var computed = Compare(connection, observations, scope, cancel);
        var ended = connection.Execute("UPDATE obs.observation SET known_to = $now WHERE rowid IN (SELECT held_row FROM changed WHERE held_row IS NOT NULL)", ("now", now));
        var added = connection.Execute(
            "INSERT INTO obs.observation BY NAME SELECT *, $now AS known_from FROM computed WHERE rowid IN (SELECT computed_row FROM changed WHERE computed_row IS NOT NULL)", ("now", now));
        connection.Execute("DROP TABLE computed; DROP TABLE changed");
        return new ObservationChanges(computed, ended, added);
    }

    /// <summary>Holds a fresh computation of everything against the current figures, in words; nothing is kept.</summary>
    public static (long Computed, IReadOnlyList<string> Differences) Examine(
        DuckDBConnection connection, IEnumerable<(IndicatorDefinition, IEnumerable<Observation>)> observations, CancellationToken cancel)
    {
        var computed = Compare(connection, observations, FigureScope.Everything, cancel);
        return (computed, connection.Query(Differences, row => row.GetString(0)));
    }

    // Leaves the temporary tables computed and changed.
    static long Compare(
        DuckDBConnection connection, IEnumerable<(IndicatorDefinition, IEnumerable<Observation>)> observations, FigureScope scope, CancellationToken cancel)
    {
        var computed = Stage(connection, observations, cancel);
        connection.Execute(Changed.Replace(
            "held_figures", scope.Of("SELECT rowid AS held_row, * FROM obs.observation WHERE known_to IS NULL"), StringComparison.Ordinal));
        return computed;
    }

    static long Stage(DuckDBConnection connection, IEnumerable<(IndicatorDefinition, IEnumerable<Observation>)> observations, CancellationToken cancel)
    {
        connection.Execute("CREATE OR REPLACE TEMP TABLE computed AS SELECT * EXCLUDE (known_from, known_to) FROM obs.observation LIMIT 0");
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
