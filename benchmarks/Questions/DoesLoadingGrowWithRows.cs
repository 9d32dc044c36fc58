using BenchmarkDotNet.Attributes;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Benchmarks.Questions;

/// <summary>Does loading a city's files grow with their rows? 12 cities, 12 months, checked and staged into a new warehouse.</summary>
[Config(typeof(LongRuns))]
public class DoesLoadingGrowWithRows
{
    BenchmarkCity city = null!;
    WarehouseDatabase warehouse = null!;

    /// <summary>1 is about 33,000 rows here.</summary>
    [Params(1, 4)]
    public int Scale { get; set; }

    [GlobalSetup]
    public void Generate() => city = new BenchmarkCity(cities: 12, months: 12, Scale);

    [IterationSetup]
    public void OpenWarehouse() => warehouse = city.NewWarehouse();

    [Benchmark]
    public long Load() => BenchmarkCity.LoaderOf(warehouse).LoadFolder(city.Files, LoadOptions.Default, null, CancellationToken.None).GetAwaiter().GetResult().Files.Sum(file => file.RowsAccepted);

    [IterationCleanup]
    public void CloseWarehouse() => warehouse.Dispose();

    [GlobalCleanup]
    public void Clean() => city.Dispose();
}
