using System.Globalization;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Trials;

/// <summary>Rows of one mart made by hand: area_code, month (2024-05), and any of the mart's dimensions and measures.</summary>
public sealed record TrialRows(string Mart, CsvTable Table);

/// <summary>
/// Computes one indicator from mart rows made by hand, without a warehouse: the way to try a definition out. The engine is the one of every release.
/// </summary>
public static class IndicatorTrial
{
    const string ReportMonth = "report_month";

    /// <summary>All figures of the indicator that the rows lead to.</summary>
    /// <param name="coverage">Columns source (or <c>all</c>), city_code, first_month, last_month; without it a city's sources cover the months of its rows.</param>
    /// <exception cref="FormatException">A table names a mart, column, month or area that there is not; the message says which and what is expected.</exception>
    public static IReadOnlyList<Observation> Run(IndicatorCatalogue catalogue, IndicatorDefinition definition, IReadOnlyList<TrialRows> given, CsvTable? coverage = null)
    {
        if (definition.Header.DependsOn.Count > 0)
            throw new FormatException($"{definition.Code} is made from figures of other indicators, not from mart rows alone; it cannot be tried by itself.");
        if (given.Count == 0) throw new FormatException($"No rows are given; {definition.Code} reads the marts {string.Join(", ", definition.Marts)}.");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        connection.Execute("CREATE SCHEMA mart");
        foreach (var mart in definition.Marts) MartBuilder.CreateTable(connection, catalogue.Mart(mart));

        var areas = new TrialAreas();
        var covered = new Dictionary<(string, int), MonthRange>();
        foreach (var rows in given)
        {
            if (!definition.Marts.Contains(rows.Mart))
                throw new FormatException($"{definition.Code} does not read the mart '{rows.Mart}'; it reads {string.Join(", ", definition.Marts)}.");
            Insert(connection, definition, catalogue.Mart(rows.Mart), rows.Table, areas, covered);
        }
        if (coverage is not null) covered = Stated(catalogue, coverage);

        var panel = Panel.Of(areas.All, new Coverage(covered));
        if (panel.Areas.Count == 0) throw new FormatException("No city is covered; a row of a city, one of its districts, or a row of coverage is needed.");
        return [.. new FigureEngine(connection, catalogue, panel, new Coverage(covered)).Observe(definition, Enumerable.Range(0, panel.Areas.Count).ToList(), CancellationToken.None)];
    }

    static void Insert(
        DuckDBConnection connection, IndicatorDefinition definition, MartDefinition mart, CsvTable table, TrialAreas areas, Dictionary<(string, int), MonthRange> covered)
    {
        var known = mart.Header.Dimensions.Keys.Concat(mart.Header.Measures).Append("area_code").ToHashSet(StringComparer.Ordinal);
        foreach (var column in table.Columns.Where(column => !known.Contains(column)))
            throw new FormatException($"The mart {mart.Header.Mart} has no column '{column}'{NearestName.Hint(column, known)}; it has {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        var (area, month) = (table.Column("area_code"), table.Column("month"));
        // Without the day, a row counts in the report month of its month.
        var columns = table.Columns.Concat(mart.Header.Dimensions.Keys.Where(x => x == ReportMonth && !table.Columns.Contains(x))).ToList();
        var insert = $"""
            INSERT INTO mart.{Sql.Identifier(mart.Header.Mart)} (origin, {string.Join(", ", columns.Select(Sql.Identifier))})
            VALUES (0, {string.Join(", ", columns.Select((_, place) => $"$cell{place}"))})
            """;
        // Targets of a year stand in its January and say nothing about the months that were reported.
        var tellsMonths = !(mart.Header.Levels && definition.PartKinds.Contains(OverTime.LevelOfYear));
        foreach (var row in table.Rows)
        {
            var city = areas.CityOf(row[area]);
            try
            {
                connection.Execute(insert, [.. columns.Select((column, place) => ($"cell{place}", Value(column, row[table.Columns.Contains(column) ? table.Column(column) : month])))]);
            }
            catch (DuckDBException e)
            {
                throw new FormatException($"{mart.Header.Mart}: the row {string.Join(',', row)} does not fit the mart's columns. {e.Message.Split('\n')[0]}", e);
            }
            if (!tellsMonths || row[month].Length == 0) continue;
            foreach (var source in mart.Header.Sources.Keys) Widen(covered, (source, city), MonthOf(row[month]), MonthOf(row[month]));
        }
    }

    static Dictionary<(string, int), MonthRange> Stated(IndicatorCatalogue catalogue, CsvTable table)
    {
        var covered = new Dictionary<(string, int), MonthRange>();
        foreach (var row in table.Rows)
        {
            var source = row[table.Column("source")];
            if (source != "all" && !catalogue.SourceNames.ContainsKey(source))
                throw new FormatException($"There is no source '{source}'{NearestName.Hint(source, catalogue.SourceNames.Keys)}; expected one that a mart reads, or all.");
            var city = int.Parse(row[table.Column("city_code")], CultureInfo.InvariantCulture);
            foreach (var named in source == "all" ? catalogue.SourceNames.Keys : [source])
                Widen(covered, (named, city), MonthOf(row[table.Column("first_month")]), MonthOf(row[table.Column("last_month")]));
        }
        return covered;
    }

    static void Widen(Dictionary<(string, int), MonthRange> covered, (string, int) key, int first, int last) =>
        covered[key] = covered.TryGetValue(key, out var known) ? known.Hull(new MonthRange(first, last)) : new MonthRange(first, last);

    // The database turns text into the column's type; months are written as people do.
    static object? Value(string column, string cell) =>
        cell.Length == 0 ? null : column == "month" || column.EndsWith("_month", StringComparison.Ordinal) ? MonthOf(cell) : cell;

    static int MonthOf(string cell) =>
        Month.TryParse(cell, out var month) ? month.Index : throw new FormatException($"'{cell}' is not a month; expected a form like 2024-05.");
}
