using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>Runs an indicator's SQL over the marts, once for all its totals and breakdowns.</summary>
static class PartReader
{
    /// <summary>The columns that tell rows apart beside area and month: all dimensions, and the one whose members are found in the rows.</summary>
    public static IReadOnlyList<string> Columns(IndicatorDefinition definition) =>
        [.. definition.Header.Members.Keys, .. definition.FindsMembers ? [definition.Header.Over!] : Array.Empty<string>()];

    /// <summary>The definition's rows, dated by the months of this kind of period: a report month's by the column <c>report_month</c>.</summary>
    public static string Rows(IndicatorDefinition definition, Frequency frequency) =>
        frequency == Frequency.ReportMonth ? $"SELECT * REPLACE (report_month AS month) FROM ({definition.Sql}) AS dated" : definition.Sql;

    /// <param name="columns">Columns of members, of <see cref="Columns"/>.</param>
    /// <param name="rows">Takes each batch in turn.</param>
    /// <param name="add">Called after each batch.</param>
    public static void Read(
        DuckDBConnection connection, IndicatorDefinition definition, Frequency frequency, IReadOnlyList<string> columns, PartRows rows, Action add, CancellationToken cancel)
    {
        using var command = connection.Command(Query(definition, frequency, columns));
        command.UseStreamingMode = true;
        using var stream = command.ExecuteArrowStream();
        while (stream.ReadNextRecordBatchAsync(cancel).AsTask().GetAwaiter().GetResult() is { } batch)
        {
            using (batch) rows.Read(batch);
            add();
        }
    }

    // Rows are not summed here: a mart's rows are sums already, and the cubes sum them for every breakdown in this one pass.
    internal static string Query(IndicatorDefinition definition, Frequency frequency, IReadOnlyList<string> columns) => $"""
        SELECT CAST(area_code AS INTEGER) AS area_code,
               CAST(month AS INTEGER) AS month,
               {string.Join(", ", columns.Concat(definition.PartNames).Select(Sql.Identifier))}
        FROM ({Rows(definition, frequency)}) AS parts
        WHERE month IS NOT NULL
          AND area_code IS NOT NULL
        """;
}
