using System.Globalization;
using DemoCityAnalytics.Benchmarks.Workload;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Benchmarks.Comparisons;

/// <summary>
/// Does the product's engine give the rows of the plain queries, and at what cost? Both run in this process on the same data: the plain SQL on
/// plain tables through DuckDB.NET, and the product's definitions on rows as the product stores them, marts built anew each time.
/// </summary>
public static class ComputeComparison
{
    const int Runs = 5;

    /// <returns>0 when every row is equal, 1 otherwise.</returns>
    public static int Run(string dataFolder, string sqlFolder, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("dca-compare-").FullName;
        try
        {
            using var warehouse = WarehouseDatabase.Open(new WarehouseOptions { Folder = folder });
            using var connection = warehouse.Connect();
            var tables = new WorkloadTables(dataFolder, sqlFolder);
            tables.LoadPlain(connection);
            WorkloadTables.LoadCoded(connection);
            warehouse.Checkpoint();
            var rows = connection.Count("SELECT (SELECT count(*) FROM job_postings) + (SELECT count(*) FROM job_seekers) + (SELECT count(*) FROM employment) + (SELECT count(*) FROM unemployment_spells) + (SELECT count(*) FROM ratings)");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows, {Runs} runs each after one to warm up, the run with the middle CPU time is shown"));

            // The stock by interval join gives the same rows as the one by events, at a multiple of its cost.
            var compared = tables.PlainQueries.Where(query => query.Key[..3] is not "q5n").ToList();
            var plainRows = new Dictionary<string, List<object?[]>>(StringComparer.Ordinal);
            var plain = compared.Select(query => Reading.Median("plain " + query.Key, Runs, () => plainRows[query.Key] = Rows(connection, query.Value))).ToList();

            var catalogue = Catalogue();
            var figures = new Dictionary<string, List<Observation>>(StringComparer.Ordinal);
            FigureEngine? engine = null;
            List<int> places = [];
            var product = catalogue.Indicators.Select(indicator => Reading.Median(
                "product " + indicator.Header.Id, Runs, () => figures[indicator.Code] = [.. engine!.Observe(indicator, places, CancellationToken.None)]));
            product =
            [
                Reading.Median("product marts", Runs, () => BuildMarts(connection, catalogue)),
                Reading.Median("product areas and coverage", Runs, () => (engine, places) = Engine(connection, catalogue)),
                .. product,
            ];

            foreach (var reading in plain.Concat(product)) output.WriteLine(reading);
            var differences = PlainRowCheck.Differences(plainRows, figures.Values.SelectMany(x => x).ToDictionary(x => x.Id)).ToList();
            foreach (var difference in differences.Take(20)) output.WriteLine(difference);
            Total(output, "plain queries", plain);
            Total(output, "product", product);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"rows compared {plainRows.Values.Sum(x => x.Count):#,0}, differences {differences.Count}; product to plain: CPU {Ratio(product, plain, x => x.Cpu):0.00}, wall {Ratio(product, plain, x => x.Wall):0.00}"));
            return differences.Count == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static IndicatorCatalogue Catalogue()
    {
        var assembly = typeof(ComputeComparison).Assembly;
        return IndicatorCatalogue.Read(EmbeddedText.All(assembly, "Workload/Marts", ".sql"), EmbeddedText.All(assembly, "Workload/Indicators", ".sql"));
    }

    // In a transaction, as every computation.
    static void BuildMarts(DuckDBConnection connection, IndicatorCatalogue catalogue)
    {
        using var transaction = connection.BeginTransaction();
        MartBuilder.Build(connection, catalogue.Marts, null, CancellationToken.None);
        transaction.Commit();
    }

    // Over all areas: cities, provinces and the nation.
    static (FigureEngine, List<int>) Engine(DuckDBConnection connection, IndicatorCatalogue catalogue)
    {
        var coverage = Coverage.Read(connection);
        var panel = Panel.Of(AreaTable.All(connection), coverage);
        return (new FigureEngine(connection, catalogue, panel, coverage), [.. Enumerable.Range(0, panel.Areas.Count)]);
    }

    static List<object?[]> Rows(DuckDBConnection connection, string sql)
    {
        using var command = connection.Command(sql);
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        }
        return rows;
    }

    static void Total(TextWriter output, string name, IEnumerable<Reading> readings) => output.WriteLine(
        new Reading($"total {name}", TimeSpan.FromTicks(readings.Sum(x => x.Cpu.Ticks)), TimeSpan.FromTicks(readings.Sum(x => x.Wall.Ticks))));

    static double Ratio(IEnumerable<Reading> left, IEnumerable<Reading> right, Func<Reading, TimeSpan> of) =>
        left.Sum(x => of(x).TotalMilliseconds) / right.Sum(x => of(x).TotalMilliseconds);
}
