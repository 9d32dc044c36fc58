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
        var sources = marts.SelectMany(mart => mart.Header.Sources.Keys).ToHashSet(StringComparer.Ordinal);
        InputViews.Create(connection, sources.Where(staged.Contains), cities);
        SideViews.Create(connection, Parameters.SelectMany(x => x.Rows()), "ops.coverage", "ref.area", sources, staged, cities);
        foreach (var mart in marts)
        {
            cancel.ThrowIfCancellationRequested();
            if (cities is null) connection.Execute($"DROP TABLE IF EXISTS mart.{Sql.Identifier(mart.Header.Mart)}");
            CreateTable(connection, mart);
            if (cities is not null) Remove(connection, mart, cities);
            // A source that was never loaded covers no month, so that nothing asks for this mart's figures.
            if (mart.Header.Sources.Keys.All(staged.Contains)) Insert(connection, mart, cities, cancel);
        }
    }

    public static void CreateTable(DuckDBConnection connection, MartDefinition mart)
    {
        var dimensions = mart.Header.Dimensions.Select(x => $"{Sql.Identifier(x.Key)} {x.Value}");
        var measures = mart.Header.Measures.Select(x => $"{Sql.Identifier(x)} HUGEINT");
        connection.Execute($"CREATE TABLE IF NOT EXISTS mart.{Sql.Identifier(mart.Header.Mart)} (origin BIGINT, area_code INTEGER, {string.Join(", ", [.. dimensions, .. measures])})");
    }

    static void Remove(DuckDBConnection connection, MartDefinition mart, IReadOnlyCollection<int> cities)
    {
        connection.Execute($"DELETE FROM mart.{Sql.Identifier(mart.Header.Mart)} WHERE {Within(cities)}");
    }

    // Rows that come from no source, such as quotas of provinces, are there for every area; only those taken out are built again.
    static string Within(IReadOnlyCollection<int> cities)
    {
        var codes = InputViews.Codes(cities);
        return $"area_code IN (SELECT area_code FROM ref.area WHERE area_code IN ({codes}) OR level = 'district' AND parent_code IN ({codes}))";
    }

    static void Insert(DuckDBConnection connection, MartDefinition mart, IReadOnlyCollection<int>? cities, CancellationToken cancel)
    {
        var dimensions = mart.Header.Dimensions.Keys.Select(Sql.Identifier).ToList();
        connection.ExecuteAsync($"""
            INSERT INTO mart.{Sql.Identifier(mart.Header.Mart)} BY NAME
            SELECT area_code, {string.Join(", ", dimensions)}, {string.Join(", ", mart.Header.Measures.Select(x => $"sum({Sql.Identifier(x)}) AS {Sql.Identifier(x)}"))},
                   CAST(0 AS BIGINT) AS origin
            FROM ({mart.Sql}) AS source_rows
            {(cities is null ? "" : $"WHERE {Within(cities)}")}
            GROUP BY ALL
            """, cancel).GetAwaiter().GetResult();
    }
}
