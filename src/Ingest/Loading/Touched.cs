using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>Notes of which cities the figures have to be computed anew.</summary>
static class Touched
{
    /// <summary>Adds the cities whose rows of a source changed; what is noted already is not noted twice.</summary>
    public static void Add(DuckDBConnection connection, Contract contract, IReadOnlySet<int> changed)
    {
        if (changed.Count == 0) return;
        var cities = changed.ToHashSet();
        // Rows of a source without place (a calendar, the divisions) belong to no city and may bear on the figures of all.
        if (contract.Place is null) cities.UnionWith(connection.Query("SELECT DISTINCT city_code FROM ops.coverage", row => row.GetInt32(0)));
        cities.ExceptWith(connection.Query("SELECT city_code FROM ops.touched WHERE source = $source", row => row.GetInt32(0), ("source", contract.Source)));
        new ArrowRows(ArrowRows.Text("source"), ArrowRows.Integer("city_code"))
            .Insert(connection, "ops.touched", cities.Order().Select(city => new object?[] { contract.Source, city }));
    }
}
