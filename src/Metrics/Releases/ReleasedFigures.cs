using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>The figures of a release file as every version of the product wrote them.</summary>
public static class ReleasedFigures
{
    /// <summary>
    /// Makes the temporary view over a release's observations. <c>known_from</c> and <c>known_to</c> are the moments from which readers were given and
    /// no longer given an answer: those of publication, not of computing. An answer that was taken back before any release held it is not there.
    /// </summary>
    /// <param name="database">Name under which the file is attached; null when it is the one that was opened.</param>
    public static void View(DuckDBConnection connection, string view, string? database = null)
    {
        var prefix = database is null ? "" : Sql.Identifier(database) + ".";
        // Releases from before small groups were held back say nothing of it: they are as they were published.
        var columns = Has(connection, "observation", "held_back", database) ? "" : ", CAST(NULL AS VARCHAR) AS held_back";
        connection.Execute($"CREATE OR REPLACE TEMP VIEW {Sql.Identifier(view)} AS " + (Has(connection, "moment", "computed_at", database)
            ? $"""
            SELECT figure.* REPLACE (since.answerable_from AS known_from, until.answerable_from AS known_to){columns}
            FROM {prefix}observation AS figure
            JOIN {prefix}moment AS since ON since.computed_at = figure.known_from
            LEFT JOIN {prefix}moment AS until ON until.computed_at = figure.known_to
            WHERE since.answerable_from IS DISTINCT FROM until.answerable_from
            """
            : $"SELECT *{columns} FROM {prefix}observation"));
    }

    /// <summary>Publication by moment of computing; releases that do not tell dated their answers by the moment of computing.</summary>
    internal static IReadOnlyDictionary<DateTime, DateTime> Moments(DuckDBConnection release) => release.Query(
        Has(release, "moment", "computed_at", null)
            ? "SELECT computed_at, answerable_from FROM moment"
            : "SELECT DISTINCT known_from, known_from FROM observation UNION SELECT DISTINCT known_to, known_to FROM observation WHERE known_to IS NOT NULL",
        row => (Computed: row.GetDateTime(0), Answerable: row.GetDateTime(1))).ToDictionary(x => x.Computed, x => x.Answerable);

    static bool Has(DuckDBConnection connection, string table, string column, string? database) => connection.Count(
        "SELECT count(*) FROM duckdb_columns() WHERE database_name = coalesce($database, current_database()) AND table_name = $table AND column_name = $column",
        ("database", database), ("table", table), ("column", column)) > 0;
}
