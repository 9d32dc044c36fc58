using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Api.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Api.Tests.Webhooks;

/// <summary>Events sent to a receiver that refuses the first time.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    readonly ConcurrentQueue<(string Id, long Seconds, string Signature, string Type, string Body)> received = new();
    readonly WebApplication receiver;
    Site site = null!;
    string origin = "";
    int refusals = 1;

    public WebhookTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        receiver = builder.Build();
        receiver.Urls.Add("http://127.0.0.1:0");
        receiver.MapPost("/take", async (HttpRequest request) =>
        {
            using var body = new StreamReader(request.Body);
            received.Enqueue((request.Headers["Webhook-Id"].ToString(), long.Parse(request.Headers["Webhook-Timestamp"].ToString(), System.Globalization.CultureInfo.InvariantCulture),
                request.Headers["Webhook-Signature"].ToString(), request.ContentType!, await body.ReadToEndAsync()));
            return Interlocked.Decrement(ref refusals) >= 0 ? Results.StatusCode(503) : Results.NoContent();
        });
        receiver.MapPost("/elsewhere", () => Results.Redirect("/take"));
    }

    public async Task InitializeAsync()
    {
        await receiver.StartAsync();
        origin = receiver.Urls.Single();
        site = await Site.Start(folder => SampleRelease.Publish(folder), [.. Key(0, "ministry", Role.Ministry), .. Key(1, "operator", Role.Operator), .. Key(2, "expert", Role.Expert),
            ("Webhooks:Origins:0", origin), ("Webhooks:FirstWaitSeconds", "1"), ("Webhooks:LookSeconds", "1"), ("Webhooks:Attempts", "3")]);
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Publication_IsToldSigned_AgainWhenRefused_AndOnDemand()
    {
        using var client = site.Client("ministry");
        var made = await Read(await client.PostAsJsonAsync("/api/v1/webhooks", new { address = origin + "/take" }));
        var secret = made.GetProperty("secret").GetString()!;

        var release = SampleRelease.Publish(site.Folder, number: 2);
        await Until(() => received.Count == 2);

        var (first, again) = (received.First(), received.Last());
        Assert.Equal((first.Id, first.Body), (again.Id, again.Body));
        Assert.StartsWith("application/cloudevents+json", first.Type, StringComparison.Ordinal);
        foreach (var (id, seconds, signature, _, body) in received)
            Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes($"{id}.{seconds}.{body}"))), signature);
        var told = JsonDocument.Parse(again.Body).RootElement;
        Assert.Equal(("1.0", WebhookEvents.Published, release, again.Id), (told.GetProperty("specversion").GetString(), told.GetProperty("type").GetString(), told.GetProperty("data").GetProperty("release").GetString(), told.GetProperty("id").GetString()));

        var deliveries = made.GetProperty("deliveries").GetString()!;
        await Until(async () => (await Read(await client.GetAsync(deliveries))).GetProperty("deliveries")[0].GetProperty("state").GetString() == "delivered");
        Assert.Equal(2, (await Read(await client.GetAsync(deliveries))).GetProperty("deliveries")[0].GetProperty("attempts").GetInt32());
        await client.PostAsync($"{deliveries}/{again.Id}/replay", null);
        await Until(() => received.Count == 3);
        Assert.Equal(again.Body, received.Last().Body);
    }

    [Fact]
    public async Task Receiver_ThatSendsElsewhere_IsNotFollowed_AndGivenUp()
    {
        using var client = site.Client("ministry");
        var made = await Read(await client.PostAsJsonAsync("/api/v1/webhooks", new { address = origin + "/elsewhere" }));

        await client.PostAsync($"/api/v1/webhooks/{made.GetProperty("id").GetString()}/ping", null);
        JsonElement last = default;
        await Until(async () => (last = (await Read(await client.GetAsync(made.GetProperty("deliveries").GetString()))).GetProperty("deliveries")[0]).GetProperty("state").GetString() == "given_up");

        Assert.Equal((3, "302"), (last.GetProperty("attempts").GetInt32(), last.GetProperty("lastAnswer").GetString()));
        Assert.Empty(received);
    }

    [Fact]
    public async Task Webhook_IsItsMakersAlone_AndItsSecretIsToldOnce()
    {
        using var ministry = site.Client("ministry");
        using var operators = site.Client("operator");
        using var expert = site.Client("expert");
        var id = (await Read(await ministry.PostAsJsonAsync("/api/v1/webhooks", new { address = origin + "/take", events = new[] { WebhookEvents.Ping } }))).GetProperty("id").GetString();

        var seen = (await Read(await operators.GetAsync("/api/v1/webhooks"))).GetProperty("webhooks")[0];
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("secret").ValueKind);
        Assert.Equal(HttpStatusCode.Forbidden, (await expert.GetAsync("/api/v1/webhooks")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ministry.GetAsync("/api/v1/webhooks/0/deliveries")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ministry.DeleteAsync($"/api/v1/webhooks/{id}")).StatusCode);
        Assert.Equal(0, (await Read(await ministry.GetAsync("/api/v1/webhooks"))).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://127.0.0.1:1/take")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user@127.0.0.1/take")]
    [InlineData("nonsense")]
    public async Task Address_OutsideTheList_IsRefused(string address)
    {
        using var client = site.Client("ministry");

        var refused = await client.PostAsJsonAsync("/api/v1/webhooks", new { address });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("#/address", (await Read(refused)).GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    static async Task<JsonElement> Read(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    static Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    static async Task Until(Func<Task<bool>> condition)
    {
        for (var waited = 0; !await condition(); waited++)
        {
            Assert.True(waited < 1200, "It did not come to pass within two minutes.");
            await Task.Delay(100);
        }
    }

    static (string, string?)[] Key(int place, string name, Role role) =>
    [
        ($"Access:Keys:{place}:Name", name), ($"Access:Keys:{place}:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))), ($"Access:Keys:{place}:Role", role.ToString()),
    ];
}
