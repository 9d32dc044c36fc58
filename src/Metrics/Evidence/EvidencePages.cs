using System.Globalization;
using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Evidence;

/// <summary>Reads pages of the rows found by <see cref="UsedRows"/>, with the cells of the source row that may be shown.</summary>
static class EvidencePages
{
    public static EvidencePage Read(EvidenceDatabase evidence, IndicatorDefinition definition, Dictionary<int, ReleaseInput> inputs, int page, int pageSize)
    {
        var total = evidence.Connection.Count("SELECT count(*) FROM used WHERE origin <> 0");
        var parts = string.Join(", ", definition.PartNames.Select(part => $"CAST({Sql.Identifier(part)} AS HUGEINT)"));
        var used = evidence.Connection.Query(
            $"SELECT origin, area_code, member, {parts} FROM used WHERE origin <> 0 ORDER BY origin, area_code, member LIMIT $size OFFSET $skip",
            row => (
                Origin: row.GetInt64(0), Area: row.GetInt32(1), Member: row.GetString(2),
                Adds: definition.PartNames.Select((name, index) => (name, Sum: row.GetFieldValue<BigInteger>(index + 3))).Where(x => !x.Sum.IsZero).ToDictionary(x => x.name, x => x.Sum)),
            ("size", (long)pageSize), ("skip", (page - 1L) * pageSize));

        var cells = used.GroupBy(row => inputs[LoadOf(row.Origin)].Source, row => row.Origin)
            .SelectMany(source => Cells(evidence.Connection, source.Key, source.Distinct())).ToDictionary(x => x.Origin, x => x.Cells);
        return new EvidencePage(page, pageSize, total, definition.PartNames, Columns(evidence.Connection, inputs), [.. used.Select(row =>
        {
            var input = inputs[LoadOf(row.Origin)];
            return new EvidenceRow(input.Source, input.FileName, (int)(row.Origin % InputViews.LinesPerLoad), row.Area, row.Member, row.Adds, cells[row.Origin]);
        })]);
    }

    static List<string> Columns(DuckDBConnection connection, Dictionary<int, ReleaseInput> inputs) =>
        [.. connection.Query("SELECT DISTINCT CAST(origin >> 32 AS INTEGER) FROM used WHERE origin <> 0", row => inputs[row.GetInt32(0)].Source).Distinct().Order(StringComparer.Ordinal)
            .SelectMany(source => connection.Query($"SELECT column_name FROM (DESCRIBE input.{Sql.Identifier(source)})", row => row.GetString(0)))
            .Where(RowMask.IsShown).Distinct()];

    static int LoadOf(long origin) => (int)(origin / InputViews.LinesPerLoad);

    static List<(long Origin, IReadOnlyList<EvidenceCell> Cells)> Cells(DuckDBConnection connection, string source, IEnumerable<long> origins) => connection.Query(
        $"SELECT * FROM input.{Sql.Identifier(source)} WHERE origin IN ({string.Join(", ", origins.Select(x => x.ToString(CultureInfo.InvariantCulture)))})",
        row => (
            row.GetInt64(row.GetOrdinal("origin")),
            (IReadOnlyList<EvidenceCell>)[.. Enumerable.Range(0, row.FieldCount).Where(column => RowMask.IsShown(row.GetName(column)))
                .Select(column => new EvidenceCell(row.GetName(column), RowMask.Cell(row.GetName(column), row.GetValue(column))))]));
}
