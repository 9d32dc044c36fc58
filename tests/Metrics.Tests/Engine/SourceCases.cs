using System.Globalization;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>
/// Cases that begin with source rows (<c>given.stg.&lt;source&gt;.csv</c>): the marts that the indicator reads are built from them. Months of dates need not be
/// written, nor a calendar of plain Monday-to-Friday weeks. Without <c>given.coverage.csv</c> every source covers 2024 for every city that has rows.
/// </summary>
public sealed class SourceCases : IDisposable
{
    readonly StagedWarehouse warehouse = new(withFurtherSources: true);
    readonly List<(string Table, string Column, string Base)> monthsOfDates;

    public SourceCases()
    {
        var columns = warehouse.Connection.Query(
            "SELECT table_name, column_name, data_type IN ('DATE', 'TIMESTAMP') FROM duckdb_columns() WHERE schema_name = 'stg'",
            row => (Table: row.GetString(0), Column: row.GetString(1), IsDate: row.GetBoolean(2)));
        monthsOfDates = [.. columns.Where(x => x.Column.EndsWith("_month", StringComparison.Ordinal))
            .SelectMany(x => new[] { "_on", "_at", "" }.Select(end => (x.Table, x.Column, Base: x.Column[..^"_month".Length] + end)))
            .Where(x => columns.Contains((x.Table, x.Base, true)))];
    }

    public static bool IsOne(string folder) => Directory.EnumerateFiles(folder, "given.stg.*.csv").Any();

    internal List<Observation> Observe(IndicatorCatalogue catalogue, IndicatorDefinition definition, string folder)
    {
        var connection = warehouse.Connection;
        foreach (var table in connection.Query("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'stg'", row => row.GetString(0))) connection.Execute($"DELETE FROM stg.{table}");
        connection.Execute("DELETE FROM ops.coverage");
        var cities = new HashSet<int>();
        foreach (var file in Directory.GetFiles(folder, "given.stg.*.csv"))
            foreach (var row in CaseFiles.Rows(file))
            {
                var district = int.Parse(row["district_code"]!, CultureInfo.InvariantCulture);
                if (district > 0) cities.Add(StagedWarehouse.CityOf(district));
                warehouse.Add(Path.GetFileName(file).Split('.')[2], district, [.. row.Where(x => x.Key != "district_code").Select(x => (x.Key, CaseFiles.Value(x.Key, x.Value)))]);
            }
        // Rows are written when the connection is asked for.
        connection = warehouse.Connection;
        foreach (var (table, column, date) in monthsOfDates)
            connection.Execute($"UPDATE stg.{table} SET {column} = year({date}) * 12 + month({date}) - 1 WHERE {column} IS NULL");
        AddPlainWeeks();

        var coverage = Path.Combine(folder, "given.coverage.csv");
        if (File.Exists(coverage))
            foreach (var row in CaseFiles.Rows(coverage))
                foreach (var source in row["source"] == "all" ? catalogue.SourceNames.Keys : [row["source"]!])
                    Cover(source, int.Parse(row["city_code"]!, CultureInfo.InvariantCulture), row["first_month"]!, row["last_month"]!);
        else
            foreach (var city in cities)
                foreach (var source in catalogue.SourceNames.Keys) Cover(source, city, "2024-01", "2024-12");

        var covered = Coverage.Read(connection);
        var panel = Panel.Of(AreaTable.All(connection), covered);
        MartBuilder.Build(connection, [.. catalogue.Marts.Where(mart => definition.Marts.Contains(mart.Header.Mart))], null, CancellationToken.None);
        var engine = new FigureEngine(connection, catalogue, panel, covered);
        var places = Enumerable.Range(0, panel.Areas.Count).ToList();
        if (definition.Header.DependsOn.Count > 0) State(catalogue, Path.Combine(folder, "given.stated.csv"));
        return [.. engine.Observe(definition, places, CancellationToken.None)];
    }

    // Figures of other indicators, as they would have been computed before.
    void State(IndicatorCatalogue catalogue, string file)
    {
        warehouse.Connection.Execute("CREATE OR REPLACE TEMP TABLE computed AS SELECT * EXCLUDE (known_from, known_to) FROM obs.observation LIMIT 0");
        foreach (var row in CaseFiles.Rows(file))
        {
            var id = FigureId.Parse(row["figure"]!);
            warehouse.Connection.Execute(
                """
                INSERT INTO computed BY NAME
                SELECT $indicator AS indicator, '' AS variant, $area AS area_code, $frequency AS frequency, $period AS period, $last AS last_month, '' AS breakdown, '' AS member,
                       $value AS value, 'Normal' AS status, 1 AS definition_version, '' AS definition_hash
                """,
                ("indicator", id.Indicator), ("area", id.AreaCode), ("frequency", id.Period.Frequency.ToString()), ("period", id.Period.ToString()), ("last", id.Period.Last.Index),
                ("value", decimal.Parse(row["value"]!, CultureInfo.InvariantCulture)));
        }
        StatedFigures.Update(warehouse.Connection, catalogue, FigureScope.Everything);
    }

    void AddPlainWeeks()
    {
        if (warehouse.Connection.Count("SELECT count(*) FROM stg.workday_calendar") > 0) return;
        warehouse.Connection.Execute("""
            INSERT INTO stg.workday_calendar BY NAME
            SELECT CAST(day AS DATE) AS day, isodow(day) <= 5 AS is_workday, 1 AS load_id, CAST(row_number() OVER () AS INTEGER) AS line, -1 AS city_code, -1 AS district_code,
                   CAST(day AS VARCHAR) AS business_key, 0 AS key_cells, 0 AS key_cells_filled, 0 AS person_ids_checked, 0 AS person_ids_valid,
                   0 AS credit_codes_checked, 0 AS credit_codes_valid
            FROM generate_series(DATE '2023-12-01', DATE '2025-01-31', INTERVAL 1 DAY) AS days (day)
            """);
    }

    void Cover(string source, int city, string first, string last) => warehouse.Connection.Execute(
        "INSERT INTO ops.coverage VALUES (1, $source, $city, $first, $last)",
        ("source", source), ("city", city), ("first", StagedWarehouse.Index(first)), ("last", StagedWarehouse.Index(last)));

    public void Dispose() => warehouse.Dispose();
}
