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

    /// <summary>The generated files, from which tests take what must never be answered.</summary>
    public string Generated { get; } = Directory.CreateTempSubdirectory("dca-generated-").FullName;

    public async Task InitializeAsync() => Site = await Start();

    internal async Task<Site> Start()
    {
        await CityDataGenerator.Generate(new GeneratorOptions { Cities = 2, Months = 15, Scale = 0.1m, OutputFolder = Generated }, null, CancellationToken.None);
        return await Site.Start(warehouse => Publish(warehouse).GetAwaiter().GetResult(), ("Access:AnonymousRole", "Expert"));
    }

    async Task Publish(string folder)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => WarehouseDatabase.Open(new WarehouseOptions { Folder = folder }));
        services.AddSingleton(new IdentityOptions { KeyFile = Path.Combine(folder, "identity.key") });
        services.AddIngest();
        MetricsServices.AddMetrics(services);
        await using var provider = services.BuildServiceProvider();
        var loaded = await provider.GetRequiredService<Loader>().LoadFolder(Generated, new LoadOptions(), null, CancellationToken.None);
        Assert.Empty(loaded.Issues);
        await provider.GetRequiredService<MetricsService>().Publish(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        Directory.Delete(Generated, recursive: true);
    }
}
