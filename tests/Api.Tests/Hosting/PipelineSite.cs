using DemoCityAnalytics.Generator;
using DemoCityAnalytics.Ingest;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Metrics;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Api.Tests.Hosting;

/// <summary>
/// A site over a release that the product itself made: files of two cities generated, loaded, computed and published. What evidence shows
/// can be seen only here.
/// </summary>
public sealed class PipelineSite : IAsyncLifetime
{
    internal Site Site { get; private set; } = null!;

    // Made once for all classes of a test run: generating and computing take seconds, a copy none.
    static readonly Lazy<Task<(string Generated, string Warehouse)>> Made = new(Make);

    /// <summary>The generated files, from which tests take what must never be answered.</summary>
    public string Generated { get; private set; } = "";

    public async Task InitializeAsync() => Site = await Start();

    internal async Task<Site> Start(params (string Key, string? Value)[] settings)
    {
        (Generated, var warehouse) = await Made.Value;
        return await Site.Start(folder => Rounds.RoundSite.Copy(warehouse, folder), [("Access:AnonymousRole", "Expert"), .. settings]);
    }

    static async Task<(string, string)> Make()
    {
        var (generated, warehouse) = (Directory.CreateTempSubdirectory("dca-generated-").FullName, Directory.CreateTempSubdirectory("dca-published-").FullName);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Directory.Delete(generated, recursive: true);
            Directory.Delete(warehouse, recursive: true);
        };
        await CityDataGenerator.Generate(new GeneratorOptions { Cities = 2, Months = 15, Scale = 0.1m, OutputFolder = generated }, null, CancellationToken.None);
        await Publish(generated, warehouse);
        return (generated, warehouse);
    }

    static async Task Publish(string generated, string folder)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => WarehouseDatabase.Open(new WarehouseOptions { Folder = folder }));
        services.AddSingleton(new IdentityOptions { KeyFile = Path.Combine(folder, "identity.key") });
        services.AddIngest();
        MetricsServices.AddMetrics(services);
        await using var provider = services.BuildServiceProvider();
        var loaded = await provider.GetRequiredService<Loader>().LoadFolder(generated, new LoadOptions(), null, CancellationToken.None);
        Assert.Empty(loaded.Issues);
        await provider.GetRequiredService<MetricsService>().Publish(CancellationToken.None);
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
