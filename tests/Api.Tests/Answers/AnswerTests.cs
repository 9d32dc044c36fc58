using System.Text;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Reports;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Answers;

public sealed class AnswerTests(OpenSite open) : IClassFixture<OpenSite>
{
    static readonly string[] Elsewhere = ["/health", "/rounds/", "/evidence", "/uploads", "/webhooks", "/jobs"];

    /// <summary>Rounds/ProgrammeTests and the tests of evidence, uploads, webhooks and jobs look at theirs.</summary>
    [Fact]
    public async Task EveryGet_CanBeCached_AskedByHead_AndPacked()
    {
        using var client = open.Site.Client();
        var reader = new CachingReader(client);
        var addresses = DescribedOperation.All.Where(x => x.Method == "GET" && !Elsewhere.Any(part => x.Path.Contains(part, StringComparison.Ordinal))).Select(x => x.Address().Replace("2024-Q4", "2024-Q3", StringComparison.Ordinal))
            .Concat(ObservationFormats.All.Select(format => $"/api/v1/observations.{format.Name}?indicator=E05"))
            .Concat((await open.Site.Json("/api/v1/bulk")).GetProperty("files").EnumerateArray().Select(x => x.GetProperty("address").GetString()!))
            .Concat(ReportFiles.Forms.Select(form => "/cities/130100/scorecard." + form)).ToList();

        var faults = new List<string?>();
        foreach (var address in addresses) faults.Add(await reader.FaultOf(address));

        Assert.Equal([], faults.Where(x => x is not null));
        Assert.True(addresses.Count > 35, $"Only {addresses.Count} addresses were looked at.");
    }

    [Fact]
    public async Task Json_KeepsDeclaredDecimals_AndWritesChineseAsItIs()
    {
        var rates = await open.Site.Text("/api/v1/observations?indicator=E05&city=130100&period=2023-11");
        var cities = await open.Site.Text("/api/v1/cities");

        Assert.Contains("\"value\":3.10,", rates, StringComparison.Ordinal);
        Assert.Contains("石家庄市", cities, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_OfAMissingFigure_HasNoValueAndAStatus()
    {
        var found = await open.Site.Json("/api/v1/observations?indicator=E05&city=130200&period=2023-05");

        var figure = Assert.Single(found.GetProperty("observations").EnumerateArray().ToList());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, figure.GetProperty("value").ValueKind);
        Assert.Equal("missing", figure.GetProperty("status").GetString());
        Assert.Equal("2023年5月数据未报送", figure.GetProperty("note").GetString());
    }

    [Fact]
    public async Task EveryNumber_NamesVersionReleaseStatusAndEvidence()
    {
        var found = await open.Site.Json("/api/v1/observations?indicator=E05&city=130100");
        var release = found.GetProperty("release").GetProperty("name").GetString();

        Assert.All(found.GetProperty("observations").EnumerateArray(), figure =>
        {
            Assert.Equal(1, figure.GetProperty("indicatorVersion").GetInt32());
            Assert.Equal(release, figure.GetProperty("release").GetString());
            Assert.False(string.IsNullOrEmpty(figure.GetProperty("status").GetString()));
            Assert.Equal($"/api/v1/figures/{figure.GetProperty("figureId").GetString()}/evidence", figure.GetProperty("evidence").GetString());
        });
    }

    [Fact]
    public async Task Csv_HasAMark_AndTheValuesOfTheJson()
    {
        using var client = open.Site.Client();
        var bytes = await client.GetByteArrayAsync("/api/v1/observations?indicator=E05&city=130100,130200&format=csv");
        var json = await open.Site.Json("/api/v1/observations?indicator=E05&city=130100,130200");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var head = lines[0].Split(',');
        var values = lines.Skip(1).Select(line => line.Split(',')[Array.IndexOf(head, "value")]);
        Assert.Equal(json.GetProperty("observations").EnumerateArray().Select(x => x.GetProperty("value").GetRawText().Replace("null", "", StringComparison.Ordinal)), values);
        Assert.All(lines.Skip(1), line => Assert.Contains("合成数据", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryAnswer_CarriesTheSecurityHeaders()
    {
        using var client = open.Site.Client();
        foreach (var path in new[] { "/", "/api/v1/indicators", "/nothing", "/api/v1/indicators/E99", "/login" })
        {
            var answer = await client.GetAsync(path);
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        }
    }
}
