using DemoCityAnalytics.Generator;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Metrics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Disclosure;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Benchmarks.Questions;

/// <summary>Generated files and a warehouse to load them into, in a folder of its own.</summary>
sealed class BenchmarkCity : IDisposable
{
    static readonly ContractCatalogue Contracts = ContractCatalogue.BuiltIn();
    static readonly IndicatorCatalogue Indicators = IndicatorCatalogue.BuiltIn();
    static readonly IdentityKey Key = IdentityKey.Of([.. Enumerable.Range(1, 32).Select(value => (byte)value)]);

    readonly string folder = Directory.CreateTempSubdirectory("dca-benchmark-").FullName;
    int warehouses;

    public BenchmarkCity(int cities, int months, decimal scale) => Rows = CityDataGenerator.Generate(
        new GeneratorOptions { Cities = cities, Months = months, Scale = scale, Seed = 1, OutputFolder = Files }, null, CancellationToken.None).GetAwaiter().GetResult().Rows;

    public string Files => Path.Combine(folder, "files-of-the-city");

    public long Rows { get; }

    /// <summary>A new, empty warehouse.</summary>
    public WarehouseDatabase NewWarehouse() => WarehouseDatabase.Open(new WarehouseOptions { Folder = Path.Combine(folder, $"warehouse-{warehouses++}") });

    public static Loader LoaderOf(WarehouseDatabase warehouse) => new(warehouse, Contracts, Key, TimeProvider.System);

    public static MetricsService MetricsOf(WarehouseDatabase warehouse) => new(warehouse, Indicators, new DisclosureOptions(), TimeProvider.System);

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(folder, recursive: true);
    }
}
