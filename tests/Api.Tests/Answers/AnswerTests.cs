using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Answers;

public sealed class AnswerTests(OpenSite open) : IClassFixture<OpenSite>
{
    public static TheoryData<string> Paths =>
    [
        "/api/v1/indicators", "/api/v1/indicators/E05", "/api/v1/observations?indicator=E05", "/api/v1/observations?indicator=E05&format=csv", "/api/v1/cities",
        "/api/v1/cities/130100", "/api/v1/cities/130100/scorecard", "/api/v1/figures/E05::130100:2024-Q3", "/api/v1/releases", "/api/v1/releases/current",
        "/api/v1/charts/indicator.svg?indicator=E05&city=130100", "/api/v1/charts/indicator.png?indicator=E05&city=130100",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_HasAStrongTag_AndIsNotSentAgain(string path)
    {
        using var client = open.Site.Client();
        var first = await client.GetAsync(path);
        var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        var second = await client.SendAsync(again);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Contains("Accept-Encoding", first.Headers.Vary);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Head_GivesTheHeadersOfGet(string path)
    {
        using var client = open.Site.Client();
        var get = await client.GetAsync(path);

        var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Get_IsCompressed_UnderATagOfItsOwn(string encoding)
    {
        const string path = "/api/v1/observations?indicator=E05";
        using var client = open.Site.Client();
        var plain = await client.GetAsync(path);
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue(encoding) } } };

        var packed = await client.SendAsync(request);

        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        await using var body = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await new StreamReader(unpacked).ReadToEndAsync());
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
