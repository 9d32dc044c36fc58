using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>Builds the mart tables: measures summed by area and dimensions, of all cities or of those whose rows changed.</summary>
static class MartBuilder
{
    static readonly IReadOnlyList<ParameterDefinition> Parameters = ParameterDefinition.BuiltIn();

    /// <param name="cities">Cities whose rows are taken out and built again; null builds everything anew.</param>
    public static void Build(DuckDBConnection connection, IReadOnlyList<MartDefinition> marts, IReadOnlyCollection<int>? cities, CancellationToken cancel)
    {
        var staged = InputViews.Staged(connection);
        CreateInputs(connection, marts, staged, cities);
        var views = connection.Query("SELECT view_name FROM duckdb_views() WHERE schema_name = 'mart'", row => row.GetString(0));
        foreach (var mart in marts)
        {
            cancel.ThrowIfCancellationRequested();
            var table = $"mart.{Sql.Identifier(mart.Header.Mart)}";
            // A source that was never loaded covers no month, so that nothing asks for this mart's figures.
            var isFed = mart.Header.Sources.Keys.All(staged.Contains);
            if (cities is null)
            {
                connection.Execute(views.Contains(mart.Header.Mart) ? $"DROP VIEW {table}" : $"DROP TABLE IF EXISTS {table}");
                if (!isFed) CreateTable(connection, mart);
                else Run(connection, mart.Header.Stored ? $"CREATE TABLE {table} AS {Summed(mart, "")}" : $"CREATE VIEW {table} AS {mart.Sql}", cancel);
            }
            else if (isFed && mart.Header.Stored)
            {
                connection.Execute($"DELETE FROM {table} WHERE {Within(cities)}");
                Run(connection, $"INSERT INTO {table} BY NAME {Summed(mart, $"WHERE {Within(cities)}")}", cancel);
            }
        }
        // What is not stored is read from the rows of all cities.
        if (cities is not null && views.Count > 0) CreateInputs(connection, marts, staged, null);
    }

    static void CreateInputs(DuckDBConnection connection, IReadOnlyList<MartDefinition> marts, HashSet<string> staged, IReadOnlyCollection<int>? cities)
    {
        var sources = marts.SelectMany(mart => mart.Header.Sources.Keys).ToHashSet(StringComparer.Ordinal);
        InputViews.Create(connection, sources.Where(staged.Contains), cities);
        SideViews.Create(
            connection, Parameters.Where(x => Read(marts, $"param.{x.Header.Parameter}")).SelectMany(x => x.Rows()), "ops.coverage", "ref.area",
            [.. sources.Where(source => source == SideViews.CalendarSource || Read(marts, $"covered.{source}"))], staged, cities);
    }

    static bool Read(IReadOnlyList<MartDefinition> marts, string table) => marts.Any(mart => mart.Sql.Contains(table, StringComparison.Ordinal));

    public static void CreateTable(DuckDBConnection connection, MartDefinition mart)
    {
        var columns = Columns(mart).Select(x => $"{Sql.Identifier(x.Name)} {x.Type}");
        connection.Execute($"CREATE OR REPLACE TABLE mart.{Sql.Identifier(mart.Header.Mart)} (origin BIGINT, {string.Join(", ", columns)})");
    }

    static IEnumerable<(string Name, string Type)> Columns(MartDefinition mart) =>
        [("area_code", "INTEGER"), .. mart.Header.Dimensions.Select(x => (x.Key, x.Value)), .. mart.Header.Measures.Select(x => (x, mart.Header.Wide.Contains(x) ? "HUGEINT" : "BIGINT"))];

    // Rows that come from no source, such as quotas of provinces, are there for every area; only those taken out are built again.
    static string Within(IReadOnlyCollection<int> cities)
    {
        var codes = InputViews.Codes(cities);
        return $"area_code IN (SELECT area_code FROM ref.area WHERE area_code IN ({codes}) OR level = 'district' AND parent_code IN ({codes}))";
    }

    // A sum beyond its column's range stops the computation; it never wraps round.
    static string Summed(MartDefinition mart, string where) => $"""
        SELECT CAST(0 AS BIGINT) AS origin, {string.Join(", ", Columns(mart).Select(x => $"CAST({Sql.Identifier(x.Name)} AS {x.Type}) AS {Sql.Identifier(x.Name)}"))}
        FROM (
            SELECT {string.Join(", ", mart.Header.Dimensions.Keys.Prepend("area_code").Select(Sql.Identifier).Concat(mart.Header.Measures.Select(x => $"sum({Sql.Identifier(x)}) AS {Sql.Identifier(x)}")))}
            FROM ({mart.Sql}) AS source_rows
            {where}
            GROUP BY ALL
        )
        """;

    static void Run(DuckDBConnection connection, string sql, CancellationToken cancel) => connection.ExecuteAsync(sql, cancel).GetAwaiter().GetResult();
}
