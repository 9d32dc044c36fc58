using System.Runtime.InteropServices;
using Apache.Arrow;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>Runs an indicator's SQL over the marts and sums its parts into a cube.</summary>
sealed class PartReader(DuckDBConnection connection, Panel panel)
{
    // The axis begins in a January, where targets of the year are kept.
    readonly int firstMonth = panel.Areas[0].Months.First - panel.Areas[0].Months.First % 12;
    readonly int lastMonth = panel.Areas[0].Months.Last;

    /// <param name="dimension">Column by which the parts are taken apart; empty for totals.</param>
    /// <param name="members">Its members; rows of others are left out. A single empty one for totals.</param>
    /// <param name="withDistricts">Whether districts are kept, not only counted in their cities.</param>
    public PartCube Read(IndicatorDefinition definition, string dimension, IReadOnlyList<string> members, bool withDistricts, CancellationToken cancel)
    {
        var areaCount = withDistricts ? panel.Areas.Count : panel.Areas.TakeWhile(area => !area.IsDistrict).Count();
        var cube = new PartCube(panel, definition, members, areaCount, firstMonth, lastMonth);
        using var command = connection.Command(Query(definition, dimension));
        command.UseStreamingMode = true;
        using var stream = command.ExecuteArrowStream();
        while (stream.ReadNextRecordBatchAsync(cancel).AsTask().GetAwaiter().GetResult() is { } batch)
        {
            using (batch) Add(batch, cube);
        }
        cube.RollUp();
        return cube;
    }

    /// <summary>Parts by the members that the formula works over, which are found in the rows.</summary>
    /// <param name="dimension">Column by which they are also taken apart; empty for totals.</param>
    public FoundCube ReadFound(IndicatorDefinition definition, string dimension, CancellationToken cancel)
    {
        var cube = new FoundCube(panel, definition);
        using var command = connection.Command(Query(definition, dimension, definition.Header.Over!));
        command.UseStreamingMode = true;
        using var stream = command.ExecuteArrowStream();
        while (stream.ReadNextRecordBatchAsync(cancel).AsTask().GetAwaiter().GetResult() is { } batch)
        {
            using (batch) Add(batch, cube);
        }
        cube.RollUp();
        return cube;
    }

    internal static string Query(IndicatorDefinition definition, string dimension, string over = "")
    {
        var found = over.Length == 0 ? "" : $"CAST({Sql.Identifier(over)} AS VARCHAR) AS found, ";
        var member = dimension.Length == 0 ? "''" : $"CAST({Sql.Identifier(dimension)} AS VARCHAR)";
        var sums = definition.PartNames.Select(part => $"CAST(sum({Sql.Identifier(part)}) AS HUGEINT) AS {Sql.Identifier(part)}");
        return $"""
            SELECT CAST(area_code AS INTEGER) AS area_code,
                   CAST(month AS INTEGER) AS month,
                   {member} AS member,
                   {found}{string.Join(", ", sums)}
            FROM ({definition.Sql}) AS parts
            WHERE month IS NOT NULL{(over.Length == 0 ? "" : $" AND {Sql.Identifier(over)} IS NOT NULL")}
            GROUP BY ALL
            """;
    }

    void Add(RecordBatch batch, FoundCube cube)
    {
        var areas = (Int32Array)batch.Column(0);
        var months = (Int32Array)batch.Column(1);
        var groups = (StringArray)batch.Column(2);
        var members = (StringArray)batch.Column(3);
        for (var part = 0; part < batch.ColumnCount - 4; part++)
        {
            var sums = (Decimal128Array)batch.Column(part + 4);
            var values = MemoryMarshal.Cast<byte, Int128>(sums.ValueBuffer.Span)[sums.Offset..];
            for (var row = 0; row < batch.Length; row++)
                if (!sums.IsNull(row) && panel.PlaceOf(areas.GetValue(row)!.Value) is var area and >= 0 && !groups.IsNull(row))
                    cube.Add(area, groups.GetString(row), members.GetString(row), months.GetValue(row)!.Value, part, values[row]);
        }
    }

    void Add(RecordBatch batch, PartCube cube)
    {
        var areas = (Int32Array)batch.Column(0);
        var months = (Int32Array)batch.Column(1);
        var members = (StringArray)batch.Column(2);
        for (var part = 0; part < batch.ColumnCount - 3; part++)
        {
            var sums = (Decimal128Array)batch.Column(part + 3);
            var values = MemoryMarshal.Cast<byte, Int128>(sums.ValueBuffer.Span)[sums.Offset..];
            for (var row = 0; row < batch.Length; row++)
            {
                // Areas outside the panel send targets at most, and have no figures.
                if (panel.PlaceOf(areas.GetValue(row)!.Value) is var area and >= 0 && cube.MemberPlace(members.GetString(row) ?? "") is var member and >= 0)
                    cube.Add(area, member, part, months.GetValue(row)!.Value, sums.IsNull(row) ? null : values[row]);
            }
        }
    }
}
