using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Ingest;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Api.Tests.Hosting;

/// <summary>A site that loads what it is sent, with a key for the city of Shijiazhuang, one for another city and one for the operator.</summary>
public sealed class LoadingSite : IAsyncLifetime
{
    internal Site Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await Start();

    internal static Task<Site> Start() => Start(_ => { });

    internal static async Task<Site> Start(Action<string> prepare)
    {
        var keys = new[] { ("shijiazhuang", Role.City, "130100"), ("tangshan", Role.City, "130200"), ("operator", Role.Operator, null) };
        var settings = keys.SelectMany((key, i) => new (string, string?)[]
        {
            ($"Access:Keys:{i}:Name", key.Item1), ($"Access:Keys:{i}:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key.Item1)))),
            ($"Access:Keys:{i}:Role", key.Item2.ToString()), ($"Access:Keys:{i}:Area", key.Item3),
        }).ToArray();
        return await Site.Start(folder =>
        {
            SampleRelease.Publish(folder);
            prepare(folder);
        }, builder =>
        {
            var folder = builder.Configuration["Warehouse:Folder"]!;
            builder.Services.AddSingleton(_ => WarehouseDatabase.Open(new WarehouseOptions { Folder = folder }));
            builder.Services.AddSingleton(new IdentityOptions { KeyFile = Path.Combine(folder, "identity.key") });
            builder.Services.AddIngest();
        }, settings);
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
