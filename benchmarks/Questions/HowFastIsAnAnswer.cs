using BenchmarkDotNet.Attributes;
using DemoCityAnalytics.Api;
using DemoCityAnalytics.Evaluation;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Benchmarks.Questions;

/// <summary>
/// How much does a published answer cost beside an address that returns stored bytes? Over loopback HTTP, one client, with access check and ETag.
/// </summary>
[Config(typeof(ShortRuns))]
public class HowFastIsAnAnswer
{
    BenchmarkCity city = null!;
    WebApplication app = null!;
    HttpClient client = null!;
    string observations = "";

    [GlobalSetup]
    public async Task Serve()
    {
        city = new BenchmarkCity(cities: 3, months: 36, scale: 1);
        string folder;
        using (var warehouse = city.NewWarehouse())
        {
            await BenchmarkCity.LoaderOf(warehouse).LoadFolder(city.Files, LoadOptions.Default, null, CancellationToken.None);
            await BenchmarkCity.MetricsOf(warehouse).Publish(CancellationToken.None);
            folder = warehouse.Options.Folder;
        }

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration["Warehouse:Folder"] = folder;
        builder.Configuration["Access:AnonymousRole"] = "Public";
        builder.Configuration["Access:RequestsPerMinute"] = "0";
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOptions<WarehouseOptions>().BindConfiguration("Warehouse");
        builder.Services.AddApi().AddEvaluation();
        app = builder.Build();
        var stored = System.Text.Encoding.UTF8.GetBytes(new string('x', 4096));
        app.Map("/stored", branch => branch.Run(context => context.Response.Body.WriteAsync(stored).AsTask()));
        app.MapApi();
        await app.StartAsync();

        client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var code = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/api/v1/cities")).RootElement.GetProperty("cities")[0].GetProperty("code").ToString();
        observations = $"/api/v1/observations?indicator=E05&city={code}&frequency=Month";
        (await client.GetAsync(observations)).EnsureSuccessStatusCode();
    }

    [Benchmark(Baseline = true)]
    public Task<byte[]> StoredBytes() => client.GetByteArrayAsync("/stored");

    [Benchmark]
    public Task<byte[]> Observations() => client.GetByteArrayAsync(observations);

    [GlobalCleanup]
    public async Task Stop()
    {
        client.Dispose();
        await app.DisposeAsync();
        city.Dispose();
    }
}
