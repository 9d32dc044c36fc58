using System.Globalization;
using System.Reflection;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Disclosure;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Tests;

/// <summary>A warehouse whose staging rows a test writes itself; one load per source.</summary>
sealed class StagedWarehouse : IDisposable
{
    public const int City = 130100;
    public const int OtherCity = 130200;
    public const int FarCity = 330100;

    static readonly string[] Sources =
    [
        "job_postings", "job_seeking", "employment_registration", "unemployment_registration", "natural_attrition", "service_rating", "satisfaction_survey",
        "labour_stock", "target_plan",
    ];

    readonly DuckDBConnection connection;
    readonly MetricsService metrics;
    readonly List<string> pending = [];
    readonly List<string> staged;
    int lines = 1;

    /// <param name="withFurtherSources">Whether the sources are there too that only single rules need.</param>
    public StagedWarehouse(IndicatorCatalogue? catalogue = null, bool withFurtherSources = false)
    {
        Database = WarehouseDatabase.Open(new WarehouseOptions { Folder = Directory.CreateTempSubdirectory("dca-metrics-").FullName, MemoryMiB = 512 });
        Catalogue = catalogue ?? IndicatorCatalogue.BuiltIn();
        metrics = new MetricsService(Database, Catalogue, new DisclosureOptions(), Clock);
        connection = Database.Connect();
        connection.Execute(EmbeddedText.Read(Assembly.GetExecutingAssembly(), "staging.sql"));
        if (withFurtherSources) connection.Execute(EmbeddedText.Read(Assembly.GetExecutingAssembly(), "staging_of_further_sources.sql"));
        staged = [.. Sources, .. connection.Query(
            "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'stg' ORDER BY table_name", row => row.GetString(0)).Except(Sources)];
        foreach (var district in new[] { 130102, 130104, 130202, 330102 })
            AreaTable.Put(connection, new Area(district, $"区县{district}", "district", district / 100 * 100, "", true));
        foreach (var (source, load) in staged.Select((source, index) => (source, index + 1)))
            connection.Execute(
                """
                INSERT INTO ops.load VALUES ($load, $source, $source || '.csv', sha256($source), 0, true, 'utf-8', 'csv', 'canonical', '', TIMESTAMP '2025-01-09', 0, 0, 0, 0, 1, 0, 0)
                """, ("load", load), ("source", source));
    }

    public FixedClock Clock { get; } = new();

    public WarehouseDatabase Database { get; }

    public IndicatorCatalogue Catalogue { get; }

    public MetricsService Metrics
    {
        get
        {
            Flush();
            return metrics;
        }
    }

    public static int Index(string month) => Month.Parse(month).Index;

    public DuckDBConnection Connection
    {
        get
        {
            Flush();
            return connection;
        }
    }

    /// <summary>States that all sources of a city cover these months.</summary>
    public StagedWarehouse Cover(int city, string first, string last, params string[] except)
    {
        foreach (var source in Sources.Except(except).Where(source => source != "target_plan"))
            connection.Execute(
                "INSERT INTO ops.coverage VALUES (1, $source, $city, $first, $last)", ("source", source), ("city", city), ("first", Index(first)), ("last", Index(last)));
        return Touch(city);
    }

    public StagedWarehouse Touch(int city)
    {
        foreach (var source in staged) connection.Execute("INSERT INTO ops.touched VALUES ($source, $city)", ("source", source), ("city", city));
        return this;
    }

    /// <summary>Adds a row; the area is a district or a city.</summary>
    public StagedWarehouse Add(string source, int area, params (string Column, object? Value)[] cells)
    {
        var city = CityOf(area);
        var line = ++lines;
        (string Column, object? Value)[] standing =
        [
            ("load_id", staged.IndexOf(source) + 1), ("line", line), ("city_code", city), ("district_code", area),
            ("business_key", string.Create(CultureInfo.InvariantCulture, $"KEY-{line:000000}")),
            ("key_cells", 0), ("key_cells_filled", 0), ("person_ids_checked", 0), ("person_ids_valid", 0), ("credit_codes_checked", 0), ("credit_codes_valid", 0),
        ];
        var all = standing.Where(x => cells.All(cell => cell.Column != x.Column)).Concat(cells).ToArray();
        // Written together: one statement per row takes most of a test's time.
        pending.Add($"INSERT INTO stg.{source} ({string.Join(", ", all.Select(x => x.Column))}) VALUES ({string.Join(", ", all.Select(x => Literal(x.Value)))});");
        return this;
    }

    void Flush()
    {
        foreach (var sameColumns in pending.GroupBy(row => row[..row.IndexOf(" VALUES ", StringComparison.Ordinal)]).ToList())
            connection.Execute($"{sameColumns.Key} VALUES {string.Join(", ", sameColumns.Select(row => row[(row.IndexOf(" VALUES ", StringComparison.Ordinal) + 8)..^1]))}");
        pending.Clear();
    }

    static string Literal(object? value) => value switch
    {
        null => "NULL",
        string text => Sql.Literal(text),
        bool flag => flag ? "true" : "false",
        DateOnly day => $"DATE '{day:yyyy-MM-dd}'",
        DateTime moment => $"TIMESTAMP '{moment:yyyy-MM-dd HH:mm:ss}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    public void Dispose()
    {
        connection.Dispose();
        Database.Dispose();
        Directory.Delete(Database.Options.Folder, recursive: true);
    }

    /// <summary>The city of a district; the districts of the municipalities (直辖市) are cities themselves.</summary>
    public static int CityOf(int area) => area / 10000 is 11 or 12 or 31 or 50 ? area : area / 100 * 100;
}
