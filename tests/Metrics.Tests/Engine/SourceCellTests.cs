using System.Globalization;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>
/// One cell of one source row changes: the figures that change are exactly those to which rows contribute otherwise than before, and all of them are of
/// indicators whose rule names the column. What a row contributes is asked of the definitions' SQL over marts that still know each row, as evidence does;
/// which columns a rule names is written down here, so that a definition that comes to depend on another one is noticed.
/// </summary>
public sealed class SourceCellTests
{
    const int ColumnsOfSource = 2;
    const int MostCells = 20;

    static readonly string[] EventSources =
        ["job_postings", "job_seeking", "employment_registration", "unemployment_registration", "natural_attrition", "service_rating", "satisfaction_survey", "labour_stock", "target_plan"];

    // What tells rows and versions apart is not a cell of the source.
    static readonly string[] Standing = ["load_id", "line", "city_code", "district_code", "superseded_by", "updated_at", "business_key"];

    // Flows, stocks, levels, shares, weighted means, tables over groups and sums over all sources.
    static readonly IndicatorCatalogue Catalogue = Subset.Of("E01", "E02", "E05", "E07", "E08", "E12", "C07", "E21", "D04", "D05");

    static readonly string[] WithIdentifiers = ["job_postings", "job_seeking", "employment_registration", "unemployment_registration", "natural_attrition"];

    static readonly ILookup<string, string> IndicatorsByColumn =
        WithIdentifiers.SelectMany(source => Named("D05", source, "row_month person_ids_checked person_ids_valid credit_codes_checked credit_codes_valid"))
            .Concat(WithIdentifiers.Append("service_rating").SelectMany(source => Named("D04", source, "row_month key_cells key_cells_filled")))
            .Concat(Named("E01 E02", "employment_registration", "valid urban employment_form prior_status is_renewal person_key started_on started_month"))
            .Concat(Named("E01", "employment_registration", "sex education sector"))
            .Concat(Named("E01 E02", "natural_attrition", "urban occurred_month"))
            // The day says to which report month it belongs.
            .Concat(Named("E01", "natural_attrition", "occurred_on"))
            .Concat(Named("E02", "target_plan", "year indicator target_hundredths"))
            .Concat(Named("E05", "unemployment_registration", "valid urban registration_kind job_will age_at_registration registered_month ended_month"))
            .Concat(Named("E05", "labour_stock", "month urban_employed"))
            .Concat(Named("E07 E08 E12", "job_postings", "openings published_month ended_month"))
            .Concat(Named("E07 E08 E12", "job_seeking", "registered_month ended_month"))
            .Concat(Named("E08 E12", "job_postings", "occupation_major"))
            .Concat(Named("E08 E12", "job_seeking", "occupation_major"))
            .Concat(Named("C07", "service_rating", "level channel origin_kind rated_month"))
            .Concat(Named("E21", "satisfaction_survey", "respondent score weight_hundredths surveyed_month"))
            .ToLookup(x => x.Column, x => x.Indicator);

    static IEnumerable<(string Column, string Indicator)> Named(string indicators, string source, string columns) =>
        columns.Split(' ').SelectMany(column => indicators.Split(' ').Select(indicator => ($"{source}.{column}", indicator)));

    sealed record Contribution(string Key, IndicatorDefinition Definition, int Area, int Month, int ReportMonth, IReadOnlyDictionary<string, string> Members, Int128[] Parts);

    [Fact]
    public async Task OneCell_ChangesExactlyTheFiguresThatDependOnIt()
    {
        using var warehouse = RandomRows.Warehouse(seed: 21, rows: 15, Catalogue);
        warehouse.Connection.Execute("UPDATE stg.natural_attrition SET person_ids_checked = 1, person_ids_valid = line % 2");
        warehouse.Connection.Execute("UPDATE stg.target_plan SET target = 200 + city_code % 1000, target_hundredths = 20000 + city_code % 1000 * 100");
        await warehouse.Metrics.Compute(CancellationToken.None);
        var above = AreaTable.All(warehouse.Connection).ToDictionary(area => area.Code, area => area.ParentCode);
        var random = new Random(22);
        var (figures, contributions) = (Figures(warehouse), Contributions(warehouse));
        var (changed, unchanged) = (0, 0);
        foreach (var column in EventSources.SelectMany(source => Columns(warehouse, random, source)))
        {
            // A cell of a row that does not count moves nothing: others of the column are changed until all the figures that name it have moved.
            var waiting = IndicatorsByColumn[column].ToHashSet(StringComparer.Ordinal);
            var values = Values(warehouse, column);
            for (var cell = 0; cell == 0 || waiting.Count > 0; cell++)
            {
                Assert.True(cell < MostCells, $"{column}: {MostCells} cells were changed, and no figure of {string.Join(", ", waiting)} moved, whose rule names the column.");
                var what = ChangeOneCell(warehouse, random, column, values);
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
                    if (answer != figures[text])
                    {
                        changed++;
                        waiting.Remove(id.Indicator);
                        Assert.True(IndicatorsByColumn[column].Contains(id.Indicator), $"{what}: {text} changed from {figures[text]} to {answer}, but its rule does not name the column.");
                        Assert.True(counting.Count > 0, $"{what}: {text} changed from {figures[text]} to {answer}, but no row contributes otherwise.");
                    }
                    else
                    {
                        unchanged++;
                        Assert.False(answer.StartsWith("Normal", StringComparison.Ordinal) && MovesItsParts(counting, id), $"{what}: {text} is still {answer}, but its parts are not what they were.");
                    }
                }
                (figures, contributions) = (figuresNow, contributionsNow);
            }
        }
        Assert.True(changed > 100 && unchanged > changed, $"{changed} figures changed, {unchanged} did not.");
    }

    /// <summary>Some of the source's columns in which rows differ.</summary>
    static IEnumerable<string> Columns(StagedWarehouse warehouse, Random random, string source)
    {
        var columns = warehouse.Connection.Query(
            "SELECT column_name FROM duckdb_columns() WHERE schema_name = 'stg' AND table_name = $source ORDER BY column_index", row => row.GetString(0), ("source", source));
        var varied = columns.Except(Standing).Where(column => warehouse.Connection.Count($"SELECT count(DISTINCT {column}) FROM stg.{source}") > 1).ToArray();
        random.Shuffle(varied);
        return varied.Take(ColumnsOfSource).Select(column => $"{source}.{column}");
    }

    /// <summary>The cell takes another of the column's values, so that it stays within what the source may say.</summary>
    static string ChangeOneCell(StagedWarehouse warehouse, Random random, string column, IReadOnlyList<string?> values)
    {
        var (source, cell) = (column.Split('.')[0], column.Split('.')[1]);
        var lines = warehouse.Connection.Query(
            $"SELECT line, city_code, CAST({cell} AS VARCHAR) FROM stg.{source} ORDER BY line", row => (Line: row.GetInt32(0), City: row.GetInt32(1), Value: row.IsDBNull(2) ? null : row.GetString(2)));
        var (line, city, value) = lines[random.Next(lines.Count)];
        var others = values.Where(other => other != value).ToList();
        warehouse.Connection.Execute($"UPDATE stg.{source} SET {cell} = $value WHERE line = $line", ("value", others[random.Next(others.Count)]), ("line", line));
        warehouse.Connection.Execute("INSERT INTO ops.touched VALUES ($source, $city)", ("source", source), ("city", city));
        warehouse.Clock.Now += TimeSpan.FromMinutes(1);
        return $"{column}, line {line}";
    }

    static List<string?> Values(StagedWarehouse warehouse, string column) => warehouse.Connection.Query(
        $"SELECT DISTINCT CAST({column} AS VARCHAR) FROM stg.{column.Split('.')[0]} ORDER BY 1", row => row.IsDBNull(0) ? null : row.GetString(0));

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
