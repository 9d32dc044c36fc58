using System.Text.Json;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Endpoints;

public sealed class ObservationsTests(OpenSite open) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData("indicator=E05&city=130100&frequency=quarter", 7)]
    [InlineData("indicator=E05&city=石家庄市&frequency=quarter", 7)]
    [InlineData("indicator=E05&city=130100,130200&period=2024-Q1,2024-Q2", 4)]
    [InlineData("indicator=E05&city=130100&frequency=month&from=2024-01&to=2024-Q1", 3)]
    [InlineData("indicator=E12&city=130100&period=2024-Q1", 2)]
    [InlineData("indicator=E12&city=130100&period=2024-Q1&variant=main", 1)]
    [InlineData("indicator=E12&city=130100&period=2024-Q1&variant=seekers", 1)]
    [InlineData("indicator=E08&city=130100&period=2024-Q1", 1)]
    [InlineData("indicator=E08&city=130100&period=2024-Q1&breakdown=occupation", 3)]
    [InlineData("indicator=E08&city=130100&period=2024-Q1&breakdown=*", 4)]
    [InlineData("indicator=E05&city=0", 0)]
    public async Task Query_Finds(string query, int expected)
    {
        var found = await open.Site.Json("/api/v1/observations?" + query);

        Assert.Equal(expected, found.GetProperty("total").GetInt32());
        Assert.Equal(expected, found.GetProperty("observations").GetArrayLength());
    }

    [Fact]
    public async Task Pages_JoinToTheWholeAnswer()
    {
        const string query = "/api/v1/observations?indicator=E05,E07&city=130100";
        var whole = Ids(await open.Site.Json(query));
        using var client = open.Site.Client();

        var joined = new List<string>();
        for (var next = query + "&limit=10"; next is not null;)
        {
            var answer = await client.GetAsync(next);
            joined.AddRange(Ids(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement));
            next = answer.Headers.GetValues("Link").Single().Split(", ").FirstOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('<', '>')[1];
        }

        Assert.Equal(whole, joined);
        Assert.Equal(whole.Distinct(), whole);
    }

    [Fact]
    public async Task Cursor_OfAnotherQuery_IsRefused()
    {
        var cursor = (await open.Site.Json("/api/v1/observations?indicator=E05&limit=5")).GetProperty("next").GetString();
        using var client = open.Site.Client();

        Assert.Equal(410, (int)(await client.GetAsync($"/api/v1/observations?indicator=E07&limit=5&cursor={cursor}")).StatusCode);
        Assert.Equal(410, (int)(await client.GetAsync("/api/v1/observations?indicator=E05&cursor=nonsense")).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/observations?indicator=E05&city=130100&asOf=2024-10-20T00:00:00Z")]
    [InlineData("/api/v1/observations?indicator=E05&asOf=2024-10-20T00:00:00Z&format=csv")]
    [InlineData("/api/v1/cities/130100/scorecard?period=2024-08&asOf=2024-10-20T00:00:00Z")]
    public async Task AnswerAsOfThePast_IsTheSameBytesAfterANewRelease(string path)
    {
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"));
        var now = path.Replace("&asOf=2024-10-20T00:00:00Z", "", StringComparison.Ordinal);
        var (before, latestBefore) = (await site.Text(path), await site.Text(now));

        SampleRelease.Publish(site.Folder, number: 2);

        Assert.Equal(before, await site.Text(path));
        Assert.NotEqual(latestBefore, await site.Text(now));
    }

    [Fact]
    public async Task Figure_ListsWhatWasAnsweredBefore()
    {
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder, number: 2), ("Access:AnonymousRole", "Expert"));

        var figure = await site.Json("/api/v1/figures/E05::130100:2024-08");

        Assert.Equal(["3.58", "3.83"], figure.GetProperty("history").EnumerateArray().Select(x => x.GetProperty("value").GetRawText()));
        Assert.Equal("3.83", figure.GetProperty("figure").GetProperty("value").GetRawText());
    }

    static List<string> Ids(JsonElement answer) => answer.GetProperty("observations").EnumerateArray().Select(x => x.GetProperty("figureId").GetString()!).ToList();
}
