using System.Globalization;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>The views <c>input.&lt;source&gt;</c> that mart SQL reads: current rows with their origin (load and line in one number).</summary>
static class InputViews
{
    /// <summary>Lines of one load; an origin is load × this + line.</summary>
    public const long LinesPerLoad = 1L << 32;

    /// <summary>A view's columns: everything of the row, and where it came from.</summary>
    public const string Columns = "*, CAST(load_id AS BIGINT) * 4294967296 + line AS origin";

    /// <summary>The sources that have a staging table.</summary>
    public static HashSet<string> Staged(DuckDBConnection connection) => connection.Query(
        "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'stg' AND database_name = current_database()", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The sources of which a file was ever loaded, even an empty one.</summary>
    public static HashSet<string> Sent(DuckDBConnection connection) =>
        connection.Query("SELECT DISTINCT source FROM ops.load", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);

    /// <param name="cities">Cities to keep; null for all.</param>
    public static void Create(DuckDBConnection connection, IEnumerable<string> sources, IReadOnlyCollection<int>? cities)
    {
        connection.Execute("CREATE SCHEMA IF NOT EXISTS input");
        foreach (var source in sources)
            connection.Execute($"""
                CREATE OR REPLACE VIEW input.{Sql.Identifier(source)} AS
                SELECT {Columns}
                FROM stg.{Sql.Identifier(source)}
                WHERE superseded_by IS NULL{(cities is null ? "" : $" AND city_code IN ({Codes(cities.Append(Area.NoCity))})")}
                """);
    }

    public static string Codes(IEnumerable<int> codes) => string.Join(", ", codes.Order().Select(code => code.ToString(CultureInfo.InvariantCulture)));
}
