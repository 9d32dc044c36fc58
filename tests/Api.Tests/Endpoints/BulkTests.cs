using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using DemoCityAnalytics.Api.Tests.Formats;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Endpoints;

public sealed class BulkTests(OpenSite open) : IClassFixture<OpenSite>
{
    [Fact]
    public async Task Parquet_HoldsAllFigures_AndIsWhatTheListSays()
    {
        using var client = open.Site.Client();
        var file = (await open.Site.Json("/api/v1/bulk")).GetProperty("files").EnumerateArray().Single(x => x.GetProperty("name").GetString()!.EndsWith(".parquet", StringComparison.Ordinal));

        var bytes = await client.GetByteArrayAsync(file.GetProperty("address").GetString());

        Assert.Equal(file.GetProperty("bytes").GetInt64(), bytes.Length);
        Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(ReadBack.Of("json", await client.GetByteArrayAsync("/api/v1/observations?breakdown=*&limit=all")), ReadBack.Of("parquet", bytes));
    }

    [Fact]
    public async Task Ranges_HeadAndTag_LetAReaderFetchParts()
    {
        using var client = open.Site.Client();
        var address = (await open.Site.Json("/api/v1/bulk")).GetProperty("files")[0].GetProperty("address").GetString()!;
        var whole = await client.GetByteArrayAsync(address);

        var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        var part = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(whole.Length - 8, null) } });
        var beyond = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(whole.Length + 10, null) } });
        var again = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { head.Headers.ETag! } } });

        Assert.Equal(whole.Length, head.Content.Headers.ContentLength);
        Assert.Contains("bytes", head.Headers.AcceptRanges);
        Assert.False(head.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[^8..], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Caller_IsSlowedDown_WithTheSecondsToWait()
    {
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"), ("Access:RequestsPerMinute", "6"));
        using var client = site.Client();

        var statuses = new List<HttpStatusCode>();
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 12; i++)
        {
            var answer = await client.GetAsync("/api/v1/observations?indicator=E05"); // kept ready after the first, and counted all the same
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) refused = answer;
        }

        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.NotNull(refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("/docs/problems/too-many-requests", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }
}
