using System.Net;
using System.Net.Http.Headers;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Formats;

/// <summary>One query in all formats: the same rows, gaps, statuses, order and declared decimals.</summary>
public sealed class NineFormatsTests(OpenSite open) : IClassFixture<OpenSite>
{
    public static TheoryData<string, string> Queries()
    {
        var data = new TheoryData<string, string>();
        foreach (var query in new[]
        {
            "indicator=E05&city=130200,130100&frequency=month", // a missing month, a break of the series, areas in the caller's order
            "breakdown=*&limit=all",                            // everything: counts, rates, intervals, variants, groups, all frequencies
            "indicator=E01&city=130100&frequency=year_to_date&breakdown=sex",
            "indicator=E05&city=130100&asOf=2024-10-20T00:00:00Z",
            "indicator=E05&city=0",                             // nothing
        })
            foreach (var format in ObservationFormats.Names)
                data.Add(format, query);
        return data;
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Format_HoldsTheCellsOfTheJson(string format, string query)
    {
        using var client = open.Site.Client();
        var expected = ReadBack.Of("json", await client.GetByteArrayAsync($"/api/v1/observations?{query}{(query.Contains("limit", StringComparison.Ordinal) ? "" : "&limit=all")}&format=json"));

        var found = ReadBack.Of(format, await client.GetByteArrayAsync($"/api/v1/observations?{query}{(query.Contains("limit", StringComparison.Ordinal) ? "" : "&limit=all")}&format={format}"));

        Assert.Equal(expected.Count, found.Count);
        for (var i = 0; i < found.Count; i++) Assert.Equal(expected[i], found[i]);
    }

    [Fact]
    public async Task Sample_HoldsWhatTheFormatsMustTell()
    {
        using var client = open.Site.Client();

        var cells = ReadBack.Of("json", await client.GetByteArrayAsync("/api/v1/observations?breakdown=*&limit=all"));

        Assert.Contains(cells, x => x.Status == "missing" && x.Value is null && x.Note is not null);
        Assert.Contains(cells, x => x.Status == "break");
        Assert.Contains(cells, x => x.Low is not null && x.Variant.Length == 0);
        Assert.Contains(cells, x => x.Variant.Length > 0);
        Assert.Contains(cells, x => x.Group.Length > 0);
        Assert.Contains(cells, x => x.Value is { } value && value.EndsWith('0') && value.Contains('.', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("application/vnd.json-stat+json", "application/vnd.json-stat+json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/vnd.sdmx.data+csv;version=2.0.0", "application/vnd.sdmx.data+csv")]
    [InlineData("application/vnd.sdmx.data+json;version=2.0.0;q=0.9, application/json;q=0.1", "application/vnd.sdmx.data+json")]
    [InlineData("application/vnd.sdmx.genericdata+xml;version=2.1", "application/vnd.sdmx.genericdata+xml")]
    [InlineData("application/vnd.apache.arrow.stream", "application/vnd.apache.arrow.stream")]
    [InlineData("application/xml, application/vnd.apache.parquet;q=0.5", "application/vnd.apache.parquet")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/xml, */*;q=0.1", "application/json")]
    public async Task Accept_Chooses(string accept, string expected)
    {
        using var client = open.Site.Client();
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/observations?indicator=E05&limit=5");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        var answer = await client.SendAsync(request);

        Assert.Equal(expected, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task Suffix_GivesTheSameBytesAsTheParameter()
    {
        using var client = open.Site.Client();
        foreach (var format in ObservationFormats.Names)
            Assert.Equal(
                await client.GetByteArrayAsync($"/api/v1/observations?indicator=E05&limit=50&format={format}"),
                await client.GetByteArrayAsync($"/api/v1/observations.{format}?indicator=E05&limit=50"));
        Assert.Equal(HttpStatusCode.NotAcceptable, (await client.GetAsync("/api/v1/observations.docx?indicator=E05")).StatusCode);
    }

    [Fact]
    public async Task UpdatedAfter_FindsWhatChangedAlone()
    {
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder, number: 2), ("Access:AnonymousRole", "Expert"));

        var changed = await site.Json("/api/v1/observations?updatedAfter=2024-10-10T00:00:00Z");
        var nothing = await site.Json("/api/v1/observations?updatedAfter=2024-11-10T00:00:00Z");

        Assert.Equal(3, changed.GetProperty("total").GetInt32());
        Assert.All(changed.GetProperty("observations").EnumerateArray(), x => Assert.EndsWith(":2024-08", x.GetProperty("figureId").GetString()!, StringComparison.Ordinal));
        Assert.Equal(0, nothing.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("json", "zh", "\"labels\":{\"indicator\":\"城镇登记失业率\"")]
    [InlineData("csv", "zh", ",indicator,indicator_name,")]
    [InlineData("csv", "en", "Registered urban unemployment rate")]
    [InlineData("sdmx-csv", "zh", "INDICATOR: 指标,REF_AREA: 行政区划")]
    [InlineData("sdmx-csv", "en", "E05: Registered urban unemployment rate")]
    [InlineData("json-stat", "en", "\"E05\":\"Registered urban unemployment rate\"")]
    public async Task Labels_AreInTheCallersLanguage(string format, string language, string expected) =>
        Assert.Contains(expected, await open.Site.Text($"/api/v1/observations?indicator=E05&city=130100&labels=both&format={format}", language), StringComparison.Ordinal);

    [Fact]
    public async Task LongAnswer_IsStreamed_WithATagAndPacked()
    {
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"), ("Api:KeptRows", "10"));
        using var client = site.Client();
        foreach (var format in ObservationFormats.Names)
        {
            var path = $"/api/v1/observations?indicator=E05,E01&breakdown=*&limit=all&format={format}";
            var first = await client.GetAsync(path);
            var bytes = await first.Content.ReadAsByteArrayAsync();
            Assert.Equal(bytes, await client.GetByteArrayAsync(path));
            Assert.Equal(ReadBack.Of("json", await client.GetByteArrayAsync("/api/v1/observations?indicator=E05,E01&breakdown=*&limit=all")), ReadBack.Of(format, bytes));
            Assert.False(first.Headers.ETag!.IsWeak);
            var again = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag } } });
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            var packed = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue("gzip") } } });
            Assert.Equal(format is "parquet" or "xlsx" ? [] : ["gzip"], packed.Content.Headers.ContentEncoding);
            var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            Assert.Equal(first.Headers.ETag, head.Headers.ETag);
        }
    }
}
