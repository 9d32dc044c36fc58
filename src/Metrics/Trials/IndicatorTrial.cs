using System.Globalization;
using System.Numerics;
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
                throw new FormatException($"{rows.Table.Name}: {definition.Code} does not read the mart '{rows.Mart}'; it reads {string.Join(", ", definition.Marts)}. Each file is named after its mart.");
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
            throw new FormatException($"{table.Name} line 1: the mart {mart.Header.Mart} has no column '{column}'{NearestName.Hint(column, known)}; it has {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        var (area, month) = (table.Column("area_code"), table.Column("month"));
        // Without the day, a row counts in the report month of its month.
        var columns = table.Columns.Concat(mart.Header.Dimensions.Keys.Where(x => x == ReportMonth && !table.Columns.Contains(x))).ToList();
        var insert = $"""
            INSERT INTO mart.{Sql.Identifier(mart.Header.Mart)} (origin, {string.Join(", ", columns.Select(Sql.Identifier))})
            VALUES (0, {string.Join(", ", columns.Select((_, place) => $"$cell{place}"))})
            """;
        // Targets of a year stand in its January and say nothing about the months that were reported.
        var tellsMonths = !(mart.Header.Levels && definition.PartKinds.Contains(OverTime.LevelOfYear));
        EachRow(table, row =>
        {
            var city = areas.CityOf(row[area]);
            connection.Execute(insert, [.. columns.Select((column, place) => ($"cell{place}", Value(mart.Header, column, row[table.Has(column) ? table.Column(column) : month])))]);
            if (!tellsMonths || row[month].Length == 0) return;
            foreach (var source in mart.Header.Sources.Keys) Widen(covered, (source, city), MonthOf("month", row[month]), MonthOf("month", row[month]));
        });
    }

    // What is wrong with a row is told with its file and line.
    static void EachRow(CsvTable table, Action<IReadOnlyList<string>> read)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            try
            {
                read(table.Rows[row]);
            }
            catch (Exception e) when (e is FormatException or DuckDBException)
            {
                throw new FormatException($"{table.PlaceOf(row)}: {e.Message.Split('\n')[0]}", e);
            }
        }
    }

    static Dictionary<(string, int), MonthRange> Stated(IndicatorCatalogue catalogue, CsvTable table)
    {
        var covered = new Dictionary<(string, int), MonthRange>();
        var (sources, cities, first, last) = (table.Column("source"), table.Column("city_code"), table.Column("first_month"), table.Column("last_month"));
        EachRow(table, row =>
        {
            var source = row[sources];
            if (source != "all" && !catalogue.SourceNames.ContainsKey(source))
                throw new FormatException($"There is no source '{source}'{NearestName.Hint(source, catalogue.SourceNames.Keys)}; expected one that a mart reads, or all.");
            var city = TrialAreas.CodeOf("city_code", row[cities]);
            foreach (var named in source == "all" ? catalogue.SourceNames.Keys : [source])
                Widen(covered, (named, city), MonthOf("first_month", row[first]), MonthOf("last_month", row[last]));
        });
        return covered;
    }

    static void Widen(Dictionary<(string, int), MonthRange> covered, (string, int) key, int first, int last) =>
        covered[key] = covered.TryGetValue(key, out var known) ? known.Hull(new MonthRange(first, last)) : new MonthRange(first, last);

    // The database turns text into the column's type, but rounds fractions silently; months are written as people do.
    static object? Value(MartHeader mart, string column, string cell) =>
        cell.Length == 0 ? null
        : column == "month" || column.EndsWith("_month", StringComparison.Ordinal) ? MonthOf(column, cell)
        : mart.Dimensions.GetValueOrDefault(column) == "VARCHAR" ? cell
        : WholeNumber(column, cell).ToString(CultureInfo.InvariantCulture);

    static BigInteger WholeNumber(string column, string cell) => BigInteger.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"{column} is '{cell}'; expected a whole number.");

    static int MonthOf(string column, string cell) =>
        Month.TryParse(cell, out var month) ? month.Index : throw new FormatException($"{column} is '{cell}'; expected a month like 2024-05.");
}
