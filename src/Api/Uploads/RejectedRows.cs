using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Api.Uploads;

/// <summary>One row that was refused or remarked on: where, what was found, what was expected, and what to do.</summary>
public sealed record RejectedRow(int Line, string Column, string Rule, string Severity, string? Found, string Expected, string Message, string Remedy);

/// <summary>The rows of one load that were refused or remarked on, in the order of the file.</summary>
public sealed class RejectedRows(IServiceProvider services)
{
    internal IReadOnlyList<RejectedRow> Of(int loadId, bool english, int offset, int limit)
    {
        using var connection = services.GetRequiredService<WarehouseDatabase>().Connect();
        return connection.Query(
            """
            SELECT line, column_name, rule, severity, found, expected, CASE WHEN $english THEN message_en ELSE message_zh END, CASE WHEN $english THEN remedy_en ELSE remedy_zh END
            FROM ops.rejection
            WHERE load_id = $load
            ORDER BY line, column_name, rule
            LIMIT $limit OFFSET $offset
            """,
            row => new RejectedRow(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.TextOrNull(4), row.GetString(5), row.GetString(6), row.GetString(7)),
            ("english", english), ("load", loadId), ("limit", limit), ("offset", offset));
    }
}
