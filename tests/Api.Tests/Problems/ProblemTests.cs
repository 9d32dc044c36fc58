using System.Text.Json;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Problems;

public sealed class ProblemTests(OpenSite open) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData("GET", "/api/v1/indicators/E99", 404, "unknown-indicator")]
    [InlineData("GET", "/api/v1/indicators/E0", 404, "unknown-indicator", "E01")]
    [InlineData("GET", "/api/v1/observations?indicator=E055", 404, "unknown-indicator", "E05")]
    [InlineData("GET", "/api/v1/observations?city=999999", 404, "unknown-area")]
    [InlineData("GET", "/api/v1/cities/130101", 404, "unknown-area", "130100")]
    [InlineData("GET", "/api/v1/cities/石家庄", 404, "unknown-area", "石家庄市")]
    [InlineData("GET", "/api/v1/cities/999999/scorecard", 404, "unknown-area")]
    [InlineData("GET", "/api/v1/figures/nonsense", 404, "unknown-figure")]
    [InlineData("GET", "/api/v1/figures/E05::130100:1999-Q1", 404, "unknown-figure")]
    [InlineData("GET", "/api/v1/observations?indicatr=E05", 400, "invalid-parameter", "indicator")]
    [InlineData("GET", "/api/v1/observations?period=2024Q4", 400, "invalid-parameter", "2024-Q2")]
    [InlineData("GET", "/api/v1/observations?frequency=quartr", 400, "invalid-parameter", "quarter")]
    [InlineData("GET", "/api/v1/observations?limit=0", 400, "invalid-parameter")]
    [InlineData("GET", "/api/v1/observations?asOf=yesterday", 400, "invalid-parameter", "2024-11-20T10:00:00Z")]
    [InlineData("GET", "/api/v1/observations?asOf=2099-01-01T00:00:00Z", 400, "invalid-parameter")]
    [InlineData("GET", "/api/v1/observations?indicator=E08&breakdown=sex", 400, "invalid-parameter", "occupation")]
    [InlineData("GET", "/api/v1/observations?period=2024&period=2023", 400, "invalid-parameter")]
    [InlineData("GET", "/api/v1/cities/130100/scorecard?period=x", 400, "invalid-parameter")]
    [InlineData("GET", "/api/v1/charts/indicator.svg", 400, "invalid-parameter")]
    [InlineData("GET", "/api/v1/charts/indicator.pdf?indicator=E05&city=130100", 406, "not-acceptable")]
    [InlineData("GET", "/api/v1/charts/indicator.svg?indicator=E05&city=130100&release=R9-0", 400, "invalid-parameter")]
    [InlineData("GET", "/api/v1/observations?cursor=abc", 410, "cursor-expired")]
    [InlineData("GET", "/api/v1/nothing", 404, "not-found")]
    [InlineData("GET", "/nothing/here", 404, "not-found")]
    [InlineData("GET", "/assets/nothing.css", 404, "not-found")]
    [InlineData("GET", "/docs/problems/nothing", 404, "unknown-problem")]
    [InlineData("GET", "/indicators/E99", 404, "unknown-indicator")]
    [InlineData("GET", "/cities/999999", 404, "unknown-area")]
    [InlineData("POST", "/api/v1/indicators", 405, "method-not-allowed", "GET")]
    [InlineData("DELETE", "/api/v1/indicators/E05", 405, "method-not-allowed")]
    [InlineData("POST", "/login", 400, "invalid-request")]
    public async Task Error_IsAProblem_InBothLanguages(string method, string path, int status, string kind, string names = "")
    {
        using var client = open.Site.Client();
        var details = new List<string>();
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Accept-Language", language } } });
            var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("/docs/problems/" + kind, body.GetProperty("type").GetString());
            Assert.Equal(status, body.GetProperty("status").GetInt32());
            Assert.False(string.IsNullOrEmpty(body.GetProperty("traceId").GetString()));
            details.Add(body.GetProperty("detail").GetString()!);
            Assert.Contains(names, details[^1], StringComparison.Ordinal);
        }
        Assert.Contains(details[0], letter => letter > 0x3000);
        Assert.NotEqual(details[0], details[1]);
    }

    [Fact]
    public async Task EveryMistake_IsNamedAtOnce()
    {
        using var client = open.Site.Client();
        var answer = await client.GetAsync("/api/v1/observations?frequenzy=month&period=x&limit=-1&format=xml");

        var errors = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").EnumerateArray();

        Assert.Equal(["#/query/frequenzy", "#/query/limit", "#/query/format", "#/query/period"], errors.Select(e => e.GetProperty("pointer").GetString()));
    }

    [Fact]
    public async Task UnofferedForm_IsNotAcceptable_AndSaysWhatIs()
    {
        using var client = open.Site.Client();
        client.DefaultRequestHeaders.Add("Accept", "application/xml");

        var answer = await client.GetAsync("/api/v1/observations?indicator=E05");

        Assert.Equal(406, (int)answer.StatusCode);
        Assert.Contains("text/csv", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_GetsAPage_WithTheStatus()
    {
        using var client = open.Site.Client();
        client.DefaultRequestHeaders.Add("Accept", "text/html");

        var answer = await client.GetAsync("/indicators/E055?lang=zh");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("是否为 E05", page, StringComparison.Ordinal);
        Assert.Contains("/docs/problems/unknown-indicator", page, StringComparison.Ordinal);
        Assert.Contains("/indicators/E055?lang=en", page, StringComparison.Ordinal);
    }

    public static TheoryData<string> Kinds => [.. ProblemKinds.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EveryKind_HasAPage_WithCauseExampleAndFixInBothLanguages(string kind)
    {
        var page = await open.Site.Text("/docs/problems/" + kind, "zh");

        var explained = ProblemKinds.All[kind];
        foreach (var text in new[] { explained.Cause.Zh, explained.Fix.Zh, explained.Title.En, explained.Cause.En, explained.Fix.En, explained.Example })
            Assert.Contains(DemoCityAnalytics.Api.Language.Markup.Encode(text), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingPublished_IsAProblem_NotACrash()
    {
        await using var empty = await Site.Start(null, ("Access:AnonymousRole", "Expert"));
        using var client = empty.Client();

        foreach (var path in new[] { "/health/ready", "/api/v1/indicators", "/api/v1/observations", "/api/v1/cities/130100", "/api/v1/releases/current", "/indicators", "/loads" })
            Assert.Equal(503, (int)(await client.GetAsync(path)).StatusCode);
        Assert.Equal(200, (int)(await client.GetAsync("/")).StatusCode);
        Assert.Equal(200, (int)(await client.GetAsync("/health/live")).StatusCode);
    }
}
