using System.Globalization;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Evidence;

/// <summary>
/// What became of every current row of the figure's cities, source by source: used, or set aside, and by which rule. Needs the tables of <see cref="UsedRows"/>.
/// </summary>
static class SourceCounts
{
    public static IReadOnlyList<SourceCount> Of(EvidenceDatabase evidence, IndicatorDefinition definition, FigureId figure)
    {
        var marts = definition.Marts.Select(evidence.Catalogue.Mart).Where(mart => mart.Header.Sources.Keys.All(evidence.Staged.Contains)).ToList();
        return [.. marts.SelectMany(mart => SourceRule.Of(evidence.Connection, mart)).DistinctBy(rule => rule.Source)
            .Select(rule => Of(evidence, rule, figure, marts.Where(mart => mart.Header.Sources.ContainsKey(rule.Source))))];
    }

    static SourceCount Of(EvidenceDatabase evidence, SourceRule rule, FigureId figure, IEnumerable<MartDefinition> marts)
    {
        // In a mart's rows, but not in the figure's; the numbers of a rule's own conditions follow.
        SetAsideBecause[] standing =
            [figure.Breakdown.Length > 0 ? SetAsideBecause.OtherGroup : SetAsideBecause.CancelsOut, SetAsideBecause.OtherPeriod, SetAsideBecause.OtherArea, SetAsideBecause.Indicator];
        var conditions = rule.Conditions.Select((x, place) => string.Create(CultureInfo.InvariantCulture, $"WHEN ({x.Sql}) IS NOT TRUE THEN {place + 1 + standing.Length}"));
        var rows = evidence.Connection.Query($"""
            SELECT CASE WHEN origin IN (SELECT origin FROM used) THEN 0
                        WHEN origin IN (SELECT origin FROM reached WHERE in_area AND in_period) THEN 1
                        WHEN origin IN (SELECT origin FROM reached WHERE in_area) THEN 2
                        WHEN origin IN (SELECT origin FROM reached) THEN 3
                        WHEN origin IN ({string.Join(" UNION ALL ", marts.Select(mart => $"SELECT origin FROM mart.{Sql.Identifier(mart.Header.Mart)}"))}) THEN 4
                        {string.Join(' ', conditions)}
                        ELSE -1 END AS place,
                   count(*) AS rows
            FROM {rule.Rows}
            GROUP BY ALL
            """, row => (Place: row.GetInt32(0), Rows: row.GetInt64(1))).ToDictionary(x => x.Place, x => x.Rows);
        // What met all conditions about itself was left out beside a row about the same, or for lack of a record elsewhere.
        SetAsideRows[] setAside =
        [
            .. rule.Conditions.Select((x, place) => new SetAsideRows(SetAsideBecause.Condition, x.Sql, x.Name, rows.GetValueOrDefault(place + 1 + standing.Length))),
            new(rule.Repeats is null ? SetAsideBecause.OtherRecords : SetAsideBecause.Repeats, rule.Repeats?.Sql, rule.Repeats?.Name, rows.GetValueOrDefault(-1)),
            .. standing.Select((because, place) => new SetAsideRows(because, null, null, rows.GetValueOrDefault(place + 1))),
        ];
        return new SourceCount(rule.Source, rows.Values.Sum(), rows.GetValueOrDefault(0), [.. setAside.Where(x => x.Rows > 0)]);
    }
}
