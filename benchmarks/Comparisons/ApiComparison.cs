using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api;
using DemoCityAnalytics.Benchmarks.Questions;
using DemoCityAnalytics.Evaluation;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Benchmarks.Comparisons;

/// <summary>
/// What does a pinned answer of the API cost beside stored bytes? Both are served by this process, on the same framework, and asked by wrk in
/// turn: the API with all that stands before an answer (access, limits, language, headers), the other endpoint with nothing but its bytes.
/// </summary>
public static partial class ApiComparison
{
    const int Rounds = 5;
    const int Seconds = 4;

    /// <returns>0 when the API serves at least four fifths of the requests of stored bytes.</returns>
    public static async Task<int> Run(TextWriter output)
    {
        using var city = new BenchmarkCity(2, 24, scale: 0.2m);
        using var warehouse = city.NewWarehouse();
        await BenchmarkCity.LoaderOf(warehouse).LoadFolder(city.Files, LoadOptions.Default with { Synthetic = true }, null, CancellationToken.None);
        var metrics = BenchmarkCity.MetricsOf(warehouse);
        await metrics.Compute(CancellationToken.None);
        await metrics.Publish(CancellationToken.None);

        await using var api = await Api(warehouse.Options.Folder);
        var pinned = string.Create(CultureInfo.InvariantCulture, $"{Address(api)}/api/v1/observations?indicator=E05&frequency=month&asOf={TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}");
        using var client = new HttpClient();
        var bytes = await client.GetByteArrayAsync(pinned);
        await using var plain = await Plain(bytes);
        var stored = $"{Address(plain)}/stored";
        var turns = Enumerable.Range(0, Rounds + 1).Select(_ => (Stored: Ask(stored), Answered: Ask(pinned))).Skip(1).ToList(); // the first warms up
        var (of, to) = (Median(turns.Select(x => x.Answered)), Median(turns.Select(x => x.Stored)));
        output.WriteLine($"{bytes.Length} bytes: {new Uri(pinned).PathAndQuery}");
        output.WriteLine($"stored bytes:  {to}");
        output.WriteLine($"pinned answer: {of}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a pinned answer to stored bytes: {of.Requests / to.Requests:0.00} (median of {Rounds} turns)"));
        return of.Requests / to.Requests >= 0.8 ? 0 : 1;
    }

    static async Task<WebApplication> Api(string warehouse)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Warehouse:Folder"] = warehouse, ["Access:AnonymousRole"] = "Expert", ["Access:RequestsPerMinute"] = "10000000" });
        builder.Services.AddOptions<WarehouseOptions>().BindConfiguration("Warehouse");
        builder.Services.AddEvaluation();
        builder.Services.AddApi();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapApi();
        await app.StartAsync();
        return app;
    }

    static async Task<WebApplication> Plain(byte[] bytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/stored", (HttpContext http) =>
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = bytes.Length;
            return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
        });
        await app.StartAsync();
        return app;
    }

    static string Address(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    sealed record Load(double Requests, double P99)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Requests:#,0} requests/s, p99 {P99:0.00} ms");
    }

    static Load Median(IEnumerable<Load> loads) => loads.OrderBy(x => x.Requests).ElementAt(Rounds / 2);

    static Load Ask(string address)
    {
        var start = new ProcessStartInfo("wrk", ["-t1", "-c16", $"-d{Seconds}s", "--latency", address]) { RedirectStandardOutput = true };
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
        var said = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        if (said.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"{address} did not always answer: {said}");
        var p99 = P99().Match(said);
        var number = double.Parse(p99.Groups[1].Value, CultureInfo.InvariantCulture);
        return new Load(double.Parse(PerSecond().Match(said).Groups[1].Value, CultureInfo.InvariantCulture), p99.Groups[2].Value switch { "us" => number / 1000, "s" => number * 1000, _ => number });
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P99();
}
