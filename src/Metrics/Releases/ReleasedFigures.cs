using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>The figures of a release file as every version of the product wrote them.</summary>
public static class ReleasedFigures
{
    /// <summary>
    /// Makes the temporary view over a release's observations. Releases from before small groups were held back say nothing of it: they are as they
    /// were published.
    /// </summary>
    /// <param name="database">Name under which the file is attached; null when it is the one that was opened.</param>
    public static void View(DuckDBConnection connection, string view, string? database = null)
    {
        var known = connection.Count(
            "SELECT count(*) FROM duckdb_columns() WHERE database_name = coalesce($database, current_database()) AND table_name = 'observation' AND column_name = 'held_back'",
            ("database", database)) > 0;
        connection.Execute(
            $"CREATE OR REPLACE TEMP VIEW {Sql.Identifier(view)} AS SELECT *{(known ? "" : ", CAST(NULL AS VARCHAR) AS held_back")} FROM {(database is null ? "" : Sql.Identifier(database) + ".")}observation");
    }
}
