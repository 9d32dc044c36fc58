using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>Runs an indicator's SQL over the marts, once for all its totals and breakdowns.</summary>
static class PartReader
{
    /// <summary>The columns that tell rows apart beside area and month: all dimensions, and the one whose members are found in the rows.</summary>
    public static IReadOnlyList<string> Columns(IndicatorDefinition definition) =>
        [.. definition.Header.Members.Keys, .. definition.FindsMembers ? [definition.Header.Over!] : Array.Empty<string>()];

    /// <param name="rows">Takes each batch in turn.</param>
    /// <param name="add">Called after each batch.</param>
    public static void Read(DuckDBConnection connection, IndicatorDefinition definition, PartRows rows, Action add, CancellationToken cancel)
    {
        using var command = connection.Command(Query(definition));
        command.UseStreamingMode = true;
        using var stream = command.ExecuteArrowStream();
        while (stream.ReadNextRecordBatchAsync(cancel).AsTask().GetAwaiter().GetResult() is { } batch)
        {
            using (batch) rows.Read(batch);
            add();
        }
    }

    // Rows are not summed here: a mart's rows are sums already, and the cubes sum them for every breakdown in this one pass.
    internal static string Query(IndicatorDefinition definition) => $"""
        SELECT CAST(area_code AS INTEGER) AS area_code,
               CAST(month AS INTEGER) AS month,
               {string.Join(", ", Columns(definition).Concat(definition.PartNames).Select(Sql.Identifier))}
        FROM ({definition.Sql}) AS parts
        WHERE month IS NOT NULL
          AND area_code IS NOT NULL
        """;
}
