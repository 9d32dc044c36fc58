using System.Globalization;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>
/// One cell of one source row changes: the figures that change are exactly those to which rows contribute otherwise than before. What a row contributes
/// is asked of the definitions' SQL over marts that still know each row, as evidence does.
/// </summary>
public sealed class SourceCellTests
{
    // Twice in every source, each time in another column.
    const int Rounds = 2;

    static readonly string[] EventSources =
        ["job_postings", "job_seeking", "employment_registration", "unemployment_registration", "natural_attrition", "service_rating", "satisfaction_survey", "labour_stock", "target_plan"];

    // What tells rows and versions apart is not a cell of the source.
    static readonly string[] Standing = ["load_id", "line", "city_code", "district_code", "superseded_by", "updated_at"];

    // Flows, stocks, levels, shares, weighted means, tables over groups and sums over all sources.
    static readonly IndicatorCatalogue Catalogue = Subset.Of("E01", "E02", "E05", "E07", "E08", "E12", "C07", "E21", "D04", "D05");

    sealed record Contribution(string Key, IndicatorDefinition Definition, int Area, int Month, int ReportMonth, IReadOnlyDictionary<string, string> Members, Int128[] Parts);

    [Fact]
    public async Task OneCell_ChangesExactlyTheFiguresThatDependOnIt()
    {
        using var warehouse = RandomRows.Warehouse(seed: 21, rows: 25, Catalogue);
        warehouse.Connection.Execute("UPDATE stg.target_plan SET target_hundredths = 20000 + city_code % 1000");
        await warehouse.Metrics.Compute(CancellationToken.None);
        var above = AreaTable.All(warehouse.Connection).ToDictionary(area => area.Code, area => area.ParentCode);
        var random = new Random(22);
        var (figures, contributions) = (Figures(warehouse), Contributions(warehouse));
        var (changed, unchanged) = (0, 0);
        var columns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in Enumerable.Repeat(EventSources, Rounds).SelectMany(x => x))
        {
            var what = ChangeOneCell(warehouse, random, source, columns);
            await warehouse.Metrics.Compute(CancellationToken.None);
            var (figuresNow, contributionsNow) = (Figures(warehouse), Contributions(warehouse));
            var differing = contributionsNow.ExceptBy(contributions.Select(x => x.Key), x => x.Key).Select(x => (Sign: 1, x))
                .Concat(contributions.ExceptBy(contributionsNow.Select(x => x.Key), x => x.Key).Select(x => (Sign: -1, x)))
                .ToLookup(x => x.x.Definition.Code);

            Assert.Equal(figures.Keys, figuresNow.Keys);
            foreach (var (text, answer) in figuresNow)
            {
                var id = FigureId.Parse(text);
                var counting = differing[id.Indicator].Where(x => Counts(x.x, id, above)).ToList();
                var isOtherwise = answer != figures[text];
                if (isOtherwise) changed++;
                else unchanged++;
                Assert.False(isOtherwise && counting.Count == 0, $"{what}: {text} changed from {figures[text]} to {answer}, but no row contributes otherwise.");
                Assert.False(!isOtherwise && answer.StartsWith("Normal", StringComparison.Ordinal) && MovesItsParts(counting, id), $"{what}: {text} is still {answer}, but its parts are not what they were.");
            }
            (figures, contributions) = (figuresNow, contributionsNow);
        }
        Assert.True(changed > 100 && unchanged > changed, $"{changed} figures changed, {unchanged} did not.");
    }

    /// <summary>The cell takes another row's value, so that it stays within what the source may say.</summary>
    static string ChangeOneCell(StagedWarehouse warehouse, Random random, string source, HashSet<string> changed)
    {
        while (true)
        {
            var columns = warehouse.Connection.Query(
                "SELECT column_name FROM duckdb_columns() WHERE schema_name = 'stg' AND table_name = $source ORDER BY column_index", row => row.GetString(0), ("source", source));
            var column = columns.Except(Standing).ElementAt(random.Next(columns.Count - Standing.Length));
            var lines = warehouse.Connection.Query($"SELECT line, city_code FROM stg.{source} ORDER BY line", row => (Line: row.GetInt32(0), City: row.GetInt32(1)));
            var ((line, city), (other, _)) = (lines[random.Next(lines.Count)], lines[random.Next(lines.Count)]);
            var cells = warehouse.Connection.Execute($"""
                UPDATE stg.{source} SET {column} = (SELECT {column} FROM stg.{source} WHERE line = {other})
                WHERE line = {line} AND {column} IS DISTINCT FROM (SELECT {column} FROM stg.{source} WHERE line = {other})
                """);
            if (cells == 0 || !changed.Add($"{source}.{column}")) continue;
            warehouse.Connection.Execute("INSERT INTO ops.touched VALUES ($source, $city)", ("source", source), ("city", city));
            warehouse.Clock.Now += TimeSpan.FromMinutes(1);
            return $"{source}.{column}, line {line}";
        }
    }

    // Marts row by row stand in for the sums while this transaction lasts.
    static List<Contribution> Contributions(StagedWarehouse warehouse)
    {
        var connection = warehouse.Connection;
        using var transaction = connection.BeginTransaction();
        InputViews.Create(connection, Catalogue.Marts.SelectMany(mart => mart.Header.Sources.Keys).Distinct(), null);
        foreach (var mart in Catalogue.Marts) connection.Execute($"DROP TABLE mart.{mart.Header.Mart}; CREATE VIEW mart.{mart.Header.Mart} AS {mart.Sql}");
        var found = Catalogue.Indicators.SelectMany(definition => Contributions(warehouse, definition)).ToList();
        transaction.Rollback();
        return found;
    }

    static List<Contribution> Contributions(StagedWarehouse warehouse, IndicatorDefinition definition)
    {
        var columns = PartReader.Columns(definition);
        return warehouse.Connection.Query(
            $"""
            SELECT origin, area_code, month, {(definition.Dimensions(Frequency.ReportMonth) is null ? "month" : "report_month")}, {string.Concat(columns.Select(column => $"CAST({Sql.Identifier(column)} AS VARCHAR), "))}{string.Join(", ", definition.PartNames.Select(part => $"CAST({part} AS BIGINT)"))}
            FROM ({definition.Sql})
            WHERE month IS NOT NULL
            """,
            row =>
            {
                var members = columns.Select((column, place) => (column, Text: row.IsDBNull(place + 4) ? "" : row.GetString(place + 4))).ToDictionary(x => x.column, x => x.Text);
                Int128[] parts = [.. definition.PartNames.Select((_, part) => row.IsDBNull(part + 4 + columns.Count) ? (Int128)0 : row.GetInt64(part + 4 + columns.Count))];
                var key = string.Join('|', [definition.Code, .. Enumerable.Range(0, row.FieldCount).Select(cell => Convert.ToString(row.GetValue(cell), CultureInfo.InvariantCulture))]);
                return new Contribution(key, definition, row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), members, parts);
            });
    }

    static bool Counts(Contribution row, FigureId id, Dictionary<int, int?> above)
    {
        for (int? area = row.Area; area != id.AreaCode; area = above[area.Value])
            if (above.GetValueOrDefault(area!.Value) is null) return false;
        var definition = row.Definition;
        var view = definition.Views.First(x => x.Variant == id.Variant);
        // Tables over groups, and parts that a breakdown takes from the total, count whatever the member.
        var isOwn = id.Breakdown.Length == 0 || view.IsOver || row.Members[id.Breakdown] == id.Member;
        return Enumerable.Range(0, row.Parts.Length).Any(part =>
            row.Parts[part] != 0 && (isOwn || definition.Header.Totals.Contains(definition.PartNames[part])) && Counts(definition.PartKinds[part], row, id.Period));
    }

    static bool Counts(OverTime kind, Contribution row, Period period) => period.Frequency == Frequency.ReportMonth ? row.ReportMonth == period.Last.Index : Counts(kind, row.Month, period);

    static bool Counts(OverTime kind, int month, Period period) => kind switch
    {
        OverTime.Flow => month >= period.First.Index && month <= period.Last.Index,
        OverTime.StockAtStart => month < period.First.Index,
        OverTime.StockAtEnd => month <= period.Last.Index,
        OverTime.LevelAtEnd => month == period.Last.Index,
        _ => month == MonthAxis.January(period.Last.Index),
    };

    // Whether numerator or denominator must have moved; a level may stand behind another one, and a table's figure may take another row's place.
    static bool MovesItsParts(List<(int Sign, Contribution Row)> counting, FigureId id)
    {
        if (counting.Count == 0) return false;
        var definition = counting[0].Row.Definition;
        var view = definition.Views.First(x => x.Variant == id.Variant);
        if (view.IsOver || definition.Header.Totals.Count > 0 || definition.Header.InBreakdowns.Count > 0) return false;
        var moved = new Int128[definition.PartNames.Length];
        foreach (var (sign, row) in counting)
            for (var part = 0; part < moved.Length; part++)
                if (!PartCube.IsLevel(definition.PartKinds[part]) && Counts(definition.PartKinds[part], row, id.Period)) moved[part] += sign * row.Parts[part];
        return view.Numerator.Of(moved) != 0 || view.Denominator is { } denominator && denominator.Of(moved) != 0;
    }

    static SortedDictionary<string, string> Figures(StagedWarehouse warehouse) => new(warehouse.Connection.Query(
        """
        SELECT concat_ws(':', indicator, variant, area_code, period, nullif(breakdown, ''), nullif(member, '')), concat_ws('|', status, numerator, denominator, value, low, high, note)
        FROM obs.observation
        WHERE known_to IS NULL
        """, row => (row.GetString(0), row.GetString(1))).ToDictionary(), StringComparer.Ordinal);
}
