using System.Diagnostics;
using System.Globalization;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Benchmarks.Comparisons;

/// <summary>
/// What does a validated load cost beside a bare one? The same file of postings is loaded by the product (received, archived, checked,
/// typed, versions ended) and by DuckDB's ordered COPY into a database file, each with its checkpoint, in turn and in one process. Before
/// that the product loads a tenth of the file: the memory of both loads, of which the database may hold little, must be about the same.
/// </summary>
public static class LoadComparison
{
    const int Runs = 3;
    const int DatabaseMiB = 256;

    /// <returns>0 when both hold all rows of the file, 1 otherwise.</returns>
    public static int Run(string dataFolder, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("dca-compare-load-").FullName;
        try
        {
            var file = Path.Combine(folder, "postings.csv");
            var tenth = Path.Combine(folder, "tenth.csv");
            var rows = Write(Path.Combine(dataFolder, "job_postings.csv"), file, tenth, Path.Combine(folder, "areas"));
            var megabytes = new FileInfo(file).Length / 1_000_000m;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} postings, {megabytes:0} MB of CSV, {Runs} runs each in turn, the run with the middle CPU time is shown"));
            var (plain, product) = (new List<Reading>(), new List<Reading>());
            long plainRows = 0, productRows = 0;
            var memoryOfTenth = PeakMemory(() => Product(tenth, Path.Combine(folder, "tenth")));
            var memory = 0L;
            for (var run = 0; run < Runs; run++)
            {
                plain.Add(Reading.Median("plain COPY, order kept, checkpoint", 1, () => plainRows = Plain(file, Path.Combine(folder, $"plain{run}"))));
                product.Add(Reading.Median("product load, checkpoint", 1, () => memory = Math.Max(memory, PeakMemory(() => productRows = Product(file, Path.Combine(folder, $"product{run}"))))));
            }
            var (left, right) = (Middle(plain), Middle(product));
            foreach (var reading in new[] { left, right })
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reading} {rows / reading.Cpu.TotalSeconds,12:#,0} rows per CPU-second"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"largest working set of a product load, its database held to {DatabaseMiB} MiB: {memoryOfTenth / 1_000_000:#,0} MB for a tenth of the file, {memory / 1_000_000:#,0} MB for the file"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"rows plain {plainRows:#,0}, product {productRows:#,0}; rows per CPU-second, product to plain: {left.Cpu / right.Cpu:0.00}"));
            return plainRows == rows && productRows == rows ? 0 : 1;
        }
        finally
        {
            foreach (var each in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetAttributes(each, FileAttributes.Normal);
            Directory.Delete(folder, recursive: true);
        }
    }

    static Reading Middle(List<Reading> readings) => readings.OrderBy(reading => reading.Cpu).ElementAt(readings.Count / 2);

    // The reference workload's postings under the heads and codes of the source; its cities are made up, and are given the codes of real ones.
    static long Write(string workload, string file, string tenth, string folder)
    {
        using var warehouse = WarehouseDatabase.Open(new WarehouseOptions { Folder = folder });
        using var areas = warehouse.Connect();
        var cities = string.Join(", ", AreaTable.All(areas).Where(area => area.Level == "city").Select(area => area.Code));
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        var rows = connection.Execute($"""
            COPY (
                SELECT 'P' || posting_id AS posting_id, '职业' || occupation AS title, list_extract([{cities}], CAST(hash(city_code) % len([{cities}]) AS INTEGER) + 1) AS area, occupation, openings, '21' AS education,
                       salary_min, salary_max, posted_date AS published_on
                FROM read_csv({Sql.Literal(workload)}, all_varchar = true)
                WHERE left(occupation, 1) BETWEEN '0' AND '8'
            ) TO {Sql.Literal(file)} (HEADER)
            """);
        connection.Execute($"COPY (FROM read_csv({Sql.Literal(file)}, all_varchar = true) LIMIT {rows / 10}) TO {Sql.Literal(tenth)} (HEADER)");
        return rows;
    }

    // Linux forgets the largest working set when told so; elsewhere it is the process's so far.
    static long PeakMemory(Action work)
    {
        if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", "5");
        work();
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    static long Plain(string file, string folder)
    {
        Directory.CreateDirectory(folder);
        using var connection = new DuckDBConnection($"DataSource={Path.Combine(folder, "plain.duckdb")};threads=2");
        connection.Open();
        connection.Execute("""
            CREATE TABLE postings (posting_id VARCHAR, title VARCHAR, area INTEGER, occupation VARCHAR, openings BIGINT, education VARCHAR,
                                   salary_min DECIMAL(18, 2), salary_max DECIMAL(18, 2), published_on DATE)
            """);
        connection.Execute($"COPY postings FROM {Sql.Literal(file)} (HEADER, DELIMITER ',', DATEFORMAT '%Y-%m-%d')");
        connection.Execute("CHECKPOINT");
        return connection.Count("SELECT count(*) FROM postings");
    }

    static long Product(string file, string folder)
    {
        using var warehouse = WarehouseDatabase.Open(new WarehouseOptions { Folder = folder, MemoryMiB = DatabaseMiB });
        var loader = new Loader(warehouse, ContractCatalogue.BuiltIn(), IdentityKey.Of(new byte[32]), TimeProvider.System);
        var report = loader.Load("job_postings", file, LoadOptions.Default, null, CancellationToken.None).GetAwaiter().GetResult();
        warehouse.Checkpoint();
        return report.RowsAccepted == report.RowsRead && report.RowsRejected == 0 ? report.RowsAccepted : -report.RowsRejected;
    }
}
