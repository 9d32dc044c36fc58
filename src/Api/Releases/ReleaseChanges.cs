using System.Reflection;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Api.Releases;

/// <summary>A figure that two releases answer differently.</summary>
/// <param name="Change">added, revised or removed.</param>
public sealed record FigureChange(string FigureId, string Change, decimal? OldValue, string? OldStatus, decimal? NewValue, string? NewStatus, DateTime? KnownFrom);

/// <summary>An indicator whose definition two releases do not share.</summary>
/// <param name="Change">added, changed or removed.</param>
public sealed record DefinitionChange(string Indicator, string Change, int? OldVersion, int? NewVersion);

/// <summary>What differs between two releases.</summary>
/// <param name="Kind">major: an indicator is gone or has another version; minor: figures or indicators came; patch: figures were corrected alone; none.</param>
public sealed record ReleaseDifference(string Kind, long Total, long Added, long Revised, long Removed, IReadOnlyList<DefinitionChange> Definitions, IReadOnlyList<FigureChange> Figures);

/// <summary>Compares two release files in the database engine, so that neither is held in memory.</summary>
static class ReleaseChanges
{
    static readonly string Text = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Releases/changes.sql");

    /// <param name="whole">Also figures that are held back because they are about too few persons.</param>
    public static ReleaseDifference Between(string olderFile, string newerFile, bool whole, int offset, int limit)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:;autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        connection.Execute($"ATTACH {Sql.Literal(olderFile)} AS older (READ_ONLY)");
        connection.Execute($"ATTACH {Sql.Literal(newerFile)} AS newer (READ_ONLY)");
        ReleasedFigures.View(connection, "older_figures", "older");
        ReleasedFigures.View(connection, "newer_figures", "newer");
        var definitions = connection.Query(
            """
            SELECT code, o.version, n.version
            FROM older.indicator AS o
            FULL JOIN newer.indicator AS n USING (code)
            WHERE o.hash IS DISTINCT FROM n.hash
            ORDER BY code
            """,
            row => (Code: row.GetString(0), Old: row.IsDBNull(1) ? (int?)null : row.GetInt32(1), New: row.IsDBNull(2) ? (int?)null : row.GetInt32(2)));
        var counts = (Total: 0L, Added: 0L, Revised: 0L, Removed: 0L);
        var figures = connection.Query(Text, row =>
        {
            counts = (row.GetInt64(12), row.GetInt64(13), row.GetInt64(14), row.GetInt64(15));
            var (breakdown, member) = (row.GetString(4), row.GetString(5));
            return new FigureChange(
                $"{row.GetString(0)}:{row.GetString(1)}:{row.GetInt32(2)}:{row.GetString(3)}{(breakdown.Length == 0 ? "" : $":{breakdown}:{member}")}", row.GetString(11),
                row.IsDBNull(6) ? null : row.GetDecimal(6), row.TextOrNull(7), row.IsDBNull(8) ? null : row.GetDecimal(8), row.TextOrNull(9),
                row.IsDBNull(10) ? null : DateTime.SpecifyKind(row.GetDateTime(10), DateTimeKind.Utc));
        }, ("whole", whole), ("limit", limit), ("offset", offset));
        var changes = definitions.Select(x => new DefinitionChange(x.Code, x.Old is null ? "added" : x.New is null ? "removed" : "changed", x.Old, x.New)).ToList();
        var kind = changes.Any(x => x.Change == "removed" || x.Change == "changed" && x.OldVersion != x.NewVersion) || counts.Removed > 0 ? "major"
            : counts.Added > 0 || changes.Any(x => x.Change == "added") ? "minor"
            : counts.Revised > 0 || changes.Count > 0 ? "patch" : "none";
        return new ReleaseDifference(kind, counts.Total, counts.Added, counts.Revised, counts.Removed, changes, figures);
    }
}
