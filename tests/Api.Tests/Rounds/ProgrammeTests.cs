using System.Diagnostics;
using System.Net;
using System.Text;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Evaluation.Archive;
using DemoCityAnalytics.Evaluation.Tests.State;

namespace DemoCityAnalytics.Api.Tests.Rounds;

/// <summary>The whole programme over HTTP with every role: each act once as it should be, and once as it must not be.</summary>
[Collection(StoreCollection.Name)]
public sealed class ProgrammeTests(Stores stores)
{
    const string Sjz = "/cities/130100";

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Programme_RunsFromApplicationToWithdrawal(string provider)
    {
        var database = provider == "SQLite" ? "" : await stores.NewDatabase(provider);
        await using var site = await RoundSite.Start(("State:ConnectionString", database));
        await ProgrammeScript.Apply(site);
        await ProgrammeScript.Create(site);
        await ProgrammeScript.Freeze(site);
        await ProgrammeScript.Review(site);
        await ProgrammeScript.Recommend(site);
        await ProgrammeScript.Evaluate(site);
        await ProgrammeScript.Designate(site);
        await EveryReading_CanBeCached(site);
        await ProgrammeScript.Supervise(site);

        var (ministry, city) = (site.As("ministry-1"), site.As("city-sjz"));
        var zip = await ministry.Bytes("/archive.zip");
        var verdict = ArchiveVerification.Of(zip);
        Assert.True(verdict.Intact, string.Join("\n", verdict.Issues));
        Assert.Equal(27, verdict.Scores); // three cities, three items, three columns
        Assert.DoesNotContain("0311-0000001", Encoding.UTF8.GetString(zip), StringComparison.Ordinal);
        await city.Refused(HttpMethod.Get, "/archive.zip", null, null, HttpStatusCode.Forbidden, "forbidden");
        var history = await ministry.Get("/history");
        Assert.Equal("Revoke", history.GetProperty("entries")[0].GetProperty("act").GetString());
        await VerifyByProgram(site, database);
    }

    static async Task EveryReading_CanBeCached(RoundSite site)
    {
        var ministry = site.As("ministry-1");
        var paper = (await ministry.Get(Sjz + "/papers")).GetProperty("papers")[0].GetProperty("sha256").GetString()!;
        var objection = (await ministry.Get("/objections")).GetProperty("objections")[0].GetProperty("id").GetString()!;
        using var client = site.Site.Client("key-of-ministry-1");
        var reader = new CachingReader(client);
        // A sample is drawn from source rows, which the sample release has not.
        var readings = DescribedOperation.All.Where(x => x.Method == "GET" && x.Path.StartsWith("/api/v1/rounds", StringComparison.Ordinal) && !x.Path.EndsWith("{sample}", StringComparison.Ordinal)).ToList();
        var faults = new List<string?>();
        foreach (var reading in readings) faults.Add(await reader.FaultOf(reading.Address(("sha256", paper), ("id", objection))));
        Assert.Equal([], faults.Where(x => x is not null));
        Assert.True(readings.Count > 20);
    }

    /// <summary>As somebody at the server and somebody elsewhere do it: exported by the program, verified by the program, a changed byte named.</summary>
    static async Task VerifyByProgram(RoundSite site, string database)
    {
        var zip = Path.Combine(site.Site.Folder, "round.zip");
        var (exported, said) = await Dca(site, database, "export", "round", RoundSite.Round, "--to", zip);
        Assert.True(exported == 0, said);
        var (verified, found) = await Dca(site, database, "verify", zip);
        Assert.True(verified == 0, found);
        Assert.Contains("27 scores computed again", found, StringComparison.Ordinal);
        Assert.Contains("0 issues", found, StringComparison.Ordinal);

        var bytes = await File.ReadAllBytesAsync(zip);
        bytes[bytes.AsSpan().IndexOf("\"value\":"u8) + 9] ^= 1;
        await File.WriteAllBytesAsync(zip, bytes);
        var (changed, named) = await Dca(site, database, "verify", zip);
        Assert.NotEqual(0, changed);
        Assert.Contains("figures.json: it was changed", named, StringComparison.Ordinal);
    }

    static async Task<(int Exit, string Said)> Dca(RoundSite site, string database, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dca.dll"), .. arguments])
        {
            WorkingDirectory = site.Site.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DCA__Warehouse__Folder"] = site.Site.Folder, ["DCA__State__ConnectionString"] = database },
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    [Fact]
    public async Task Answers_AreTaggedByVersionAndContent()
    {
        await using var site = await RoundSite.Start();
        await ProgrammeScript.Open(site);
        using var client = site.Site.Client("key-of-ministry-1");
        var first = await client.GetAsync($"/api/v1/rounds/{RoundSite.Round}");
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.StartsWith("\"1.", tag.Tag, StringComparison.Ordinal);

        var again = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/v1/rounds/{RoundSite.Round}") { Headers = { { "If-None-Match", tag.Tag } } });

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Body_IsReadStrictly()
    {
        await using var site = await RoundSite.Start();
        await ProgrammeScript.Open(site);
        var city = site.As("city-sjz");

        await city.Refused(HttpMethod.Put, "/applications/130100", new { situation = "x", targets = Array.Empty<object>(), situatoin = "y" }, null, HttpStatusCode.BadRequest, "invalid-body");
        await city.Refused(HttpMethod.Put, "/applications/130100", new StringContent("{", Encoding.UTF8, "application/json"), null, HttpStatusCode.BadRequest, "invalid-body");
        await city.Refused(HttpMethod.Put, "/applications/130100", new { situation = "x" }, null, HttpStatusCode.BadRequest, "invalid-body");
        await city.Refused(HttpMethod.Put, "/applications/130100", new StringContent("x"), null, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        await city.Refused(HttpMethod.Get, "/applications/130100", null, null, HttpStatusCode.NotFound, "unknown-round");
        await site.As("operator-1").Refused(HttpMethod.Post, "/api/v1/rounds", new { id = "../x", name = "x", settings = new { deadline = "2024-03-31" } }, null, HttpStatusCode.BadRequest, "invalid-body", "pattern");
        await site.As("operator-1").Refused(HttpMethod.Post, "/api/v1/rounds", new { id = "2024-R2", name = "x", settings = new { deadline = "2024-03-31" }, ruleSet = "id: broken" }, null, HttpStatusCode.UnprocessableEntity, "not-complete", "rule_set");
    }

    [Fact]
    public async Task Strangers_SeeRoundsAndLists_AndNothingElse()
    {
        await using var site = await RoundSite.Start();
        await ProgrammeScript.Apply(site);
        var stranger = site.As();

        Assert.Equal(0, (await stranger.Get("")).GetProperty("cities").GetArrayLength());
        Assert.Equal(0, (await stranger.Get("/publicity")).GetProperty("lists").GetArrayLength());
        foreach (var path in new[] { "/applications", "/applications/130100", Sjz + "/scores", Sjz + "/papers", "/provinces/130000/ranking", "/history", "/supervision" })
            await stranger.Refused(HttpMethod.Get, path, null, null, HttpStatusCode.Unauthorized, "login-required");
        await site.As("city-ts").Refused(HttpMethod.Get, "/applications/130100", null, null, HttpStatusCode.Forbidden, "area-not-yours");
        await site.As("sichuan").Refused(HttpMethod.Get, Sjz + "/scores", null, null, HttpStatusCode.Forbidden, "area-not-yours");
        await site.As("expert-1").Refused(HttpMethod.Get, Sjz + "/scores", null, null, HttpStatusCode.Forbidden, "area-not-yours");
        await site.As("city-sjz").Refused(HttpMethod.Get, "/provinces/130000/ranking", null, null, HttpStatusCode.Forbidden, "forbidden");
        await site.As("sichuan").Refused(HttpMethod.Get, "/provinces/130000/ranking", null, null, HttpStatusCode.Forbidden, "area-not-yours");
    }

    [Fact]
    public async Task Papers_AreKeptByTheirHash_AndGivenBackToThoseWhoSeeTheCity()
    {
        await using var site = await RoundSite.Start();
        await ProgrammeScript.Apply(site);
        var city = site.As("city-sjz");

        var (paper, _) = await city.Post(Sjz + "/papers", Caller.Paper("S5.2-M", "典型经验材料", "典型经验"), expected: HttpStatusCode.Created);
        var sha256 = paper.GetProperty("sha256").GetString()!;
        Assert.Equal("%PDF-1.7 示例典型经验材料典型经验", Encoding.UTF8.GetString(await site.As("hebei").Bytes($"{Sjz}/papers/{sha256}")));
        Assert.Equal(50m, (await city.Get(Sjz + "/papers")).GetProperty("evidencePercent").GetDecimal());

        await city.Refused(HttpMethod.Post, Sjz + "/papers", Caller.Paper("S5.2-M", "典型经验材料", "典型经验"), null, HttpStatusCode.Conflict, "not-now", "already_exists");
        await city.Refused(HttpMethod.Post, Sjz + "/papers", Caller.Paper("S5.2-M", "典型经验材料", "典型经验", "运行.exe"), null, HttpStatusCode.UnprocessableEntity, "not-complete", "type");
        await city.Refused(HttpMethod.Post, Sjz + "/papers", Caller.Paper("S9.9-M", "材料", "材料"), null, HttpStatusCode.UnprocessableEntity, "not-complete", "unknown_item");
        await site.As("city-ts").Refused(HttpMethod.Get, $"{Sjz}/papers/{sha256}", null, null, HttpStatusCode.Forbidden, "area-not-yours");
        await site.As("city-ts").Refused(HttpMethod.Post, Sjz + "/papers", Caller.Paper("S5.2-M", "典型经验材料", "别人的"), null, HttpStatusCode.Forbidden, "area-not-yours");
    }
}
