using System.Text.Json;
using DemoCityAnalytics.Api.Tests.Formats;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Endpoints;

public sealed class SdmxTests(OpenSite open) : IClassFixture<OpenSite>
{
    const string Data = "/api/v1/sdmx/data/dataflow/DCA/INDICATORS/1.0/";

    [Theory]
    [InlineData("E05.130100.main._T.Q", "indicator=E05&city=130100&frequency=quarter")]
    [InlineData("E05.130100+130200.*.*.M?c[TIME_PERIOD]=ge:2024-01%2Ble:2024-03", "indicator=E05&city=130100,130200&frequency=month&from=2024-01&to=2024-03")]
    [InlineData("E12.130100.seekers..A", "indicator=E12&city=130100&variant=seekers&frequency=year")]
    [InlineData("*?c[INDICATOR]=E08&c[REF_AREA]=130100&c[FREQ]=Q", "indicator=E08&city=130100&frequency=quarter&breakdown=*")]
    [InlineData("E01.130100.main._T.YTD?asOf=2024-10-20T00:00:00Z", "indicator=E01&city=130100&variant=main&frequency=year_to_date&asOf=2024-10-20T00:00:00Z")]
    public async Task Key_FindsTheFiguresOfTheQuery(string key, string query)
    {
        using var client = open.Site.Client();
        var expected = ReadBack.Of("json", await client.GetByteArrayAsync($"/api/v1/observations?{query}&limit=all"));

        foreach (var format in new[] { "sdmx-json", "sdmx-csv", "sdmx-ml" })
            Assert.Equal(expected, ReadBack.Of(format, await client.GetByteArrayAsync($"{Data}{key}{(key.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format={format}")));
        Assert.NotEmpty(expected);
    }

    [Fact]
    public async Task EveryCodeInTheData_IsInItsCodeList()
    {
        var lists = (await open.Site.Json("/api/v1/sdmx/structure/codelist/DCA/*/*")).GetProperty("data").GetProperty("codelists").EnumerateArray()
            .ToDictionary(x => x.GetProperty("id").GetString()!, x => x.GetProperty("codes").EnumerateArray().Select(code => code.GetProperty("id").GetString()!).ToHashSet());
        var structure = (await open.Site.Json("/api/v1/sdmx/structure/datastructure/DCA/DSD_INDICATORS/1.0")).GetProperty("data").GetProperty("dataStructures")[0];
        var dimensions = structure.GetProperty("dataStructureComponents").GetProperty("dimensionList").GetProperty("dimensions").EnumerateArray()
            .ToDictionary(x => x.GetProperty("id").GetString()!, x => x.GetProperty("localRepresentation").GetProperty("enumeration").GetString()!.Split(':', '(')[^2]);
        var data = (await open.Site.Json(Data + "*")).GetProperty("data").GetProperty("structures")[0].GetProperty("dimensions").GetProperty("series");

        Assert.Equal(["INDICATOR", "REF_AREA", "VARIANT", "GROUP", "FREQ"], dimensions.Keys);
        foreach (var dimension in data.EnumerateArray())
            Assert.All(dimension.GetProperty("values").EnumerateArray().Select(x => x.GetProperty("id").GetString()!).Where(code => !code.Contains('-', StringComparison.Ordinal)),
                code => Assert.Contains(code, lists[dimensions[dimension.GetProperty("id").GetString()!]]));
    }

    [Fact]
    public async Task Times_AreEachNamedOnce()
    {
        var times = (await open.Site.Json(Data + "*?c[TIME_PERIOD]=ge:2023-01%2Ble:2023-12")).GetProperty("data").GetProperty("structures")[0].GetProperty("dimensions").GetProperty("observation")[0]
            .GetProperty("values").EnumerateArray().Select(x => x.GetProperty("value").GetString()).ToList();

        Assert.Contains("2023-01-01/P12M", times); // the year so far in December, and the twelve months up to it
        Assert.Equal(times.Distinct(), times);
    }

    [Theory]
    [InlineData("sdmx-csv")]
    [InlineData("sdmx-json")]
    [InlineData("sdmx-ml")]
    public async Task History_GivesEarlierAnswersAsWell(string format)
    {
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder, number: 2), ("Access:AnonymousRole", "Expert"));
        using var client = site.Client();

        var all = ReadBack.Of(format, await client.GetByteArrayAsync(Data + "E05.130100.*.*.M?c[TIME_PERIOD]=ge:2024-08%2Ble:2024-08&includeHistory=true&format=" + format));

        Assert.Equal([("3.58", "2024-10-10T00:00:00Z"), ("3.83", "2024-11-10T00:00:00Z")], all.Select(x => (x.Value!, x.KnownFrom)));
    }

    [Theory]
    [InlineData("lastNObservations=2", "2024-Q2", "2024-Q3")]
    [InlineData("firstNObservations=1", "2023-Q1")]
    [InlineData("firstNObservations=1&lastNObservations=1", "2023-Q1", "2024-Q3")]
    public async Task EndsOfEachSeries_AreGiven(string query, params string[] periods)
    {
        using var client = open.Site.Client();

        var rows = ReadBack.Of("sdmx-json", await client.GetByteArrayAsync($"{Data}E05+E07.130100+130200.main._T.Q?{query}"));

        Assert.Equal(4, rows.GroupBy(x => (x.Indicator, x.Area)).Count());
        Assert.All(rows.GroupBy(x => (x.Indicator, x.Area)), series => Assert.Equal(periods, series.Select(x => x.Period)));
    }

    [Theory]
    [InlineData("/api/v1/sdmx/availability/dataflow/DCA/INDICATORS/1.0/*", 501)]
    [InlineData("/api/v1/sdmx/structure/hierarchy/DCA/*/*", 501)]
    [InlineData("/api/v1/sdmx/data/dataflow/DCA/INDICATORS/1.0/*?includeHistory=true&lastNObservations=1", 501)]
    [InlineData("/api/v1/sdmx/data/dataflow/DCA/INDICATORS/1.0/*?lastNObservations=0", 400)]
    [InlineData("/api/v1/sdmx/data/dataflow/DCA/INDICATORS/1.0/*?dimensionAtObservation=AllDimensions", 501)]
    [InlineData("/api/v1/sdmx/data/dataflow/DCA/INDICATORS/1.0/E99", 404)]
    [InlineData("/api/v1/sdmx/data/dataflow/OTHER/INDICATORS/1.0/*", 404)]
    [InlineData("/api/v1/sdmx/structure/codelist/DCA/CL_NOTHING/1.0", 404)]
    [InlineData("/api/v1/sdmx/data/dataflow/DCA/INDICATORS/1.0/a.b.c.d.e.f", 400)]
    [InlineData("/api/v1/sdmx/data/dataflow/DCA/INDICATORS/1.0/*?c[TIME_PERIOD]=2024", 400)]
    public async Task WhatIsNotOffered_SaysSo(string path, int status)
    {
        using var client = open.Site.Client();

        var answer = await client.GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Datasets_AreDescribedForCatalogues()
    {
        using var client = open.Site.Client();
        client.DefaultRequestHeaders.Add("Accept", "application/ld+json");

        var answer = await client.GetAsync("/api/v1/datasets");
        var catalogue = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("dcat:Catalog", catalogue.GetProperty("@type").GetString());
        var dataset = catalogue.GetProperty("dcat:dataset")[0];
        Assert.Contains("合成数据", dataset.GetProperty("dct:description")[0].GetProperty("@value").GetString()!, StringComparison.Ordinal);
        foreach (var distribution in dataset.GetProperty("dcat:distribution").EnumerateArray())
            Assert.Equal(200, (int)(await client.GetAsync(distribution.GetProperty("dcat:downloadURL").GetProperty("@id").GetString())).StatusCode);
    }

    [Fact]
    public async Task Changes_NameOldAndNewValues()
    {
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"));
        var first = (await site.Json("/api/v1/releases")).GetProperty("current").GetString();
        var second = SampleRelease.Publish(site.Folder, number: 2);

        var changes = await site.Json($"/api/v1/releases/{second}/changes");
        var none = await site.Json($"/api/v1/releases/{first}/changes");

        Assert.Equal(first, changes.GetProperty("since").GetString());
        var difference = changes.GetProperty("difference");
        Assert.Equal(("patch", 3, 3), (difference.GetProperty("kind").GetString(), difference.GetProperty("total").GetInt32(), difference.GetProperty("revised").GetInt32()));
        var figure = difference.GetProperty("figures")[0];
        Assert.Equal("E05::130100:2024-08", figure.GetProperty("figureId").GetString());
        Assert.Equal((3.58m, 3.83m), (figure.GetProperty("oldValue").GetDecimal(), figure.GetProperty("newValue").GetDecimal()));
        Assert.Equal("none", none.GetProperty("difference").GetProperty("kind").GetString());
        Assert.Equal(404, (int)(await site.Client().GetAsync("/api/v1/releases/R99-0/changes")).StatusCode);
    }
}
