using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Evidence;

/// <summary>The source rows of one figure, found by running the indicator's own SQL over marts that still know each row's origin.</summary>
static class UsedRows
{
    /// <summary>
    /// Fills the temporary tables <c>used</c> (origin, area_code, member, and what the row adds to each part; rows that add nothing are left out) and
    /// <c>reached</c> (every row that the indicator takes anywhere, and whether it does so in the figure's area and period).
    /// </summary>
    public static void Find(EvidenceDatabase evidence, IndicatorDefinition definition, IndicatorView view, IndicatorCubes cubes, int place, FigureId id)
    {
        var panel = evidence.Panel;
        var rows = PartReader.Rows(definition, id.Period.Frequency);
        var dimension = view.IsOver ? definition.Header.Over! : id.Breakdown;
        var member = dimension.Length == 0 ? "''" : $"CAST({Sql.Identifier(dimension)} AS VARCHAR)";
        IEnumerable<string> members = view.IsOver ? definition.OverMembers : [id.Member];
        // Found members are whatever the rows hold; a breakdown beside them is another column.
        var found = view.IsOver && definition.FindsMembers;
        var which = !found ? $"member IN ({string.Join(", ", members.Select(Sql.Literal))})"
            : id.Breakdown.Length == 0 || id.Breakdown == dimension ? "member IS NOT NULL"
            : $"member IS NOT NULL AND CAST({Sql.Identifier(id.Breakdown)} AS VARCHAR) = {Sql.Literal(id.Member)}";
        var areas = InputViews.Codes((definition.Header.Areas == AreaRule.Stated ? [place] : panel.WithDescendants(place)).Select(below => panel.Areas[below].Area.Code));
        var isBreakdown = id.Breakdown.Length > 0 && !view.IsOver;
        // In a breakdown some parts are the total's, and some lie in another column.
        var adds = definition.PartNames.Select((part, index) =>
            $"coalesce(sum({Sql.Identifier(isBreakdown ? definition.Header.InBreakdowns.GetValueOrDefault(part, part) : part)}) FILTER (WHERE "
            + $"{(isBreakdown && definition.Header.Totals.Contains(part) ? "true" : which)} AND {Counts(panel, definition, cubes, place, index, id.Period)}), 0) AS {Sql.Identifier(part)}");
        var addsAnything = string.Join(" OR ", definition.PartNames.Select(part => $"{Sql.Identifier(part)} <> 0"));
        evidence.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE used AS
            SELECT *
            FROM (
                SELECT origin, area_code, {(isBreakdown ? Sql.Literal(id.Member) : "member")} AS member, {string.Join(", ", adds)}
                FROM (SELECT *, {member} AS member FROM ({rows}) AS parts)
                WHERE area_code IN ({areas})
                  AND month IS NOT NULL
                GROUP BY ALL
            )
            WHERE {addsAnything}
            """);
        var inPeriod = definition.PartNames.Select((part, index) => $"{Sql.Identifier(part)} <> 0 AND {Counts(panel, definition, cubes, place, index, id.Period)}");
        evidence.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE reached AS
            SELECT origin,
                   bool_or(area_code IN ({areas})) AS in_area,
                   coalesce(bool_or(area_code IN ({areas}) AND ({string.Join(" OR ", inPeriod)})), false) AS in_period
            FROM ({rows}) AS parts
            WHERE {addsAnything}
            GROUP BY origin
            """);
    }

    /// <summary>What the found rows add up to, by member.</summary>
    public static Dictionary<string, BigInteger[]> Sums(DuckDBConnection connection, IndicatorDefinition definition) => connection.Query(
        $"SELECT member, {string.Join(", ", definition.PartNames.Select(part => $"CAST(sum({Sql.Identifier(part)}) AS HUGEINT)"))} FROM used GROUP BY member",
        row => (Member: row.GetString(0), Sums: definition.PartNames.Select((_, index) => row.GetFieldValue<BigInteger>(index + 1)).ToArray()))
        .ToDictionary(x => x.Member, x => x.Sums, StringComparer.Ordinal);

    // Which months (and, for levels, which areas) count for a part.
    static string Counts(Panel panel, IndicatorDefinition definition, IndicatorCubes cubes, int place, int part, Period period)
    {
        var (first, last) = (period.CountedFrom.Index, period.Last.Index);
        return definition.PartKinds[part] switch
        {
            OverTime.Flow => FormattableString.Invariant($"month >= {first} AND month <= {last}"),
            OverTime.StockAtStart => FormattableString.Invariant($"month < {first}"),
            OverTime.StockAtEnd => FormattableString.Invariant($"month <= {last}"),
            OverTime.LevelAtEnd => FormattableString.Invariant($"month = {last} AND {Stating()}"),
            _ => FormattableString.Invariant($"month = {last - last % 12} AND {Stating()}"),
        };

        string Stating()
        {
            var codes = cubes[""].Stating(place, part, last).Select(area => panel.Areas[area].Area.Code).ToList();
            return codes.Count == 0 ? "false" : $"area_code IN ({InputViews.Codes(codes)})";
        }
    }
}
