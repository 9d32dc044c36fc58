using System.Globalization;
using System.Text.Json;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Benchmarks.Workload;

/// <summary>
/// The reference workload in two forms in one database: the tables as any engineer would load them, and the rows as the product stores them
/// at loading (area codes and months as integers, occupation groups as small integers).
/// </summary>
public sealed class WorkloadTables(string dataFolder, string sqlFolder)
{
    /// <summary>The plain queries, by name.</summary>
    public IReadOnlyDictionary<string, string> PlainQueries { get; } =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(sqlFolder, "duckdb.json")))!;

    public void LoadPlain(DuckDBConnection connection)
    {
        connection.Execute(File.ReadAllText(Path.Combine(sqlFolder, "schema.duckdb.sql")));
        foreach (var table in new[] { "cities", "job_postings", "job_seekers", "employment", "unemployment_spells", "ratings" })
            connection.Execute($"COPY {table} FROM {Sql.Literal(Path.Combine(dataFolder, table + ".csv"))} (HEADER)");
    }

    /// <summary>The same rows as stored by the product; needs <see cref="LoadPlain"/> first.</summary>
    public static void LoadCoded(DuckDBConnection connection)
    {
        connection.Execute("""
            CREATE OR REPLACE TABLE stg.workload_postings AS
            SELECT 1 AS load_id, posting_id::INTEGER AS line, city_code::INTEGER AS city_code, city_code::INTEGER AS district_code, NULL::INTEGER AS superseded_by,
                   (year(posted_date) * 12 + month(posted_date) - 1)::INTEGER AS published_month, left(occupation, 1)::UTINYINT AS occupation_major,
                   openings, salary_min + salary_max AS salary_twice
            FROM job_postings;
            CREATE OR REPLACE TABLE stg.workload_seekers AS
            SELECT 2 AS load_id, seeker_id::INTEGER AS line, city_code::INTEGER AS city_code, city_code::INTEGER AS district_code, NULL::INTEGER AS superseded_by,
                   (year(registered_date) * 12 + month(registered_date) - 1)::INTEGER AS registered_month, left(occupation, 1)::UTINYINT AS occupation_major
            FROM job_seekers;
            CREATE OR REPLACE TABLE stg.workload_employment AS
            SELECT 3 AS load_id, reg_id::INTEGER AS line, city_code::INTEGER AS city_code, city_code::INTEGER AS district_code, NULL::INTEGER AS superseded_by,
                   person_id, (year(reg_date) * 12 + month(reg_date) - 1)::INTEGER AS registered_month, urban = 1 AS urban,
                   (year(attrition_date) * 12 + month(attrition_date) - 1)::INTEGER AS attrition_month
            FROM employment;
            CREATE OR REPLACE TABLE stg.workload_spells AS
            SELECT 4 AS load_id, spell_id::INTEGER AS line, city_code::INTEGER AS city_code, city_code::INTEGER AS district_code, NULL::INTEGER AS superseded_by,
                   (year(start_date) * 12 + month(start_date) - 1)::INTEGER AS started_month,
                   (year(end_date) * 12 + month(end_date) - 1)::INTEGER AS ended_month
            FROM unemployment_spells;
            CREATE OR REPLACE TABLE stg.workload_labour_force AS
            SELECT 5 AS load_id, row_number() OVER ()::INTEGER AS line, city_code::INTEGER AS city_code, city_code::INTEGER AS district_code, NULL::INTEGER AS superseded_by,
                   month_index::INTEGER AS month, labour_force
            FROM cities, range(2023 * 12, 2026 * 12) AS months(month_index);
            CREATE OR REPLACE TABLE stg.workload_ratings AS
            SELECT 6 AS load_id, rating_id::INTEGER AS line, city_code::INTEGER AS city_code, city_code::INTEGER AS district_code, NULL::INTEGER AS superseded_by,
                   (year(rated_date) * 12 + month(rated_date) - 1)::INTEGER AS rated_month, score
            FROM ratings;
            """);
        foreach (var (code, province, name) in connection.Query("SELECT city_code, province_code, city_name FROM cities", row => (row.GetString(0), row.GetString(1), row.GetString(2))))
        {
            var parent = int.Parse(province, CultureInfo.InvariantCulture);
            AreaTable.Put(connection, new Area(parent, province, "province", Area.Nation, "province", Synthetic: true));
            AreaTable.Put(connection, new Area(int.Parse(code, CultureInfo.InvariantCulture), name, "city", parent, "prefecture-level city", Synthetic: true));
        }
        connection.Execute("""
            INSERT INTO ops.coverage
            SELECT 0, table_name, city_code::INTEGER, 2023 * 12, 2025 * 12 + 11
            FROM cities, duckdb_tables()
            WHERE schema_name = 'stg' AND table_name LIKE 'workload%'
            """);
    }
}
