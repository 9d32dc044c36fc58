using BenchmarkDotNet.Attributes;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Benchmarks.Questions;

/// <summary>Does a full computation (marts, figures, observations) grow with the cities? 12 months each.</summary>
[Config(typeof(LongRuns))]
public class DoesComputingGrowWithCities
{
    BenchmarkCity city = null!;
    WarehouseDatabase warehouse = null!;

    [Params(3, 12)]
    public int Cities { get; set; }

    [GlobalSetup]
    public void Load()
    {
        city = new BenchmarkCity(Cities, months: 12, scale: 1);
        warehouse = city.NewWarehouse();
        BenchmarkCity.LoaderOf(warehouse).LoadFolder(city.Files, LoadOptions.Default, null, CancellationToken.None).GetAwaiter().GetResult();
    }

    // Figures are forgotten, so that every iteration computes all of them.
    [IterationSetup]
    public void Forget()
    {
        using var connection = warehouse.Connect();
        connection.Execute("DELETE FROM obs.observation; DELETE FROM ops.definition");
    }

    [Benchmark]
    public int Compute() => BenchmarkCity.MetricsOf(warehouse).Compute(CancellationToken.None).GetAwaiter().GetResult().Areas;

    [GlobalCleanup]
    public void Clean()
    {
        warehouse.Dispose();
        city.Dispose();
    }
}
