using System.Text.Json;
using DemoCityAnalytics.Evaluation;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Api.Tests.Hosting;

/// <summary>The API and the portal on a free port of this machine, over a warehouse folder of its own.</summary>
sealed class Site : IAsyncDisposable
{
    readonly WebApplication app;

    Site(WebApplication app, string folder)
    {
        this.app = app;
        Folder = folder;
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public string Folder { get; }

    public string Address { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<Site> Start(Action<string>? prepare = null, params (string Key, string? Value)[] settings) =>
        await Start(prepare, _ => { }, settings);

    public static async Task<Site> Start(Action<string>? prepare, Action<WebApplicationBuilder> configure, params (string Key, string? Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("dca-api-").FullName;
        prepare?.Invoke(folder);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder, EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Append(("Warehouse:Folder", folder)).Select(x => KeyValuePair.Create(x.Item1, x.Item2)));
        builder.Services.AddOptions<WarehouseOptions>().BindConfiguration("Warehouse");
        builder.Services.AddEvaluation();
        builder.Services.AddApi();
        configure(builder);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Use(ObservedAnswers.Check);
        app.MapApi();
        await app.StartAsync();
        return new Site(app, folder);
    }

    /// <summary>A client that keeps no cookies and follows nothing, so that a test sees exactly what was answered.</summary>
    public HttpClient Client(string? key = null)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
        if (key is not null) client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    /// <summary>The body of an answer that must be a success.</summary>
    public async Task<string> Text(string path, string? language = null)
    {
        using var client = Client();
        if (language is not null) client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var answer = await client.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"GET {path} gave {(int)answer.StatusCode}: {body}");
        return body;
    }

    public async Task<JsonElement> Json(string path) => JsonDocument.Parse(await Text(path)).RootElement;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
