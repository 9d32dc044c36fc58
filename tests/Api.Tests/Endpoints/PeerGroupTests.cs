using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Endpoints;

public sealed class PeerGroupTests(OpenSite open) : IClassFixture<OpenSite>
{
    [Fact]
    public async Task Groups_NameEachCitysPeers_AndWhyThese()
    {
        var answer = await open.Site.Json("/api/v1/peer-groups");
        var groups = answer.GetProperty("groups").EnumerateArray().ToDictionary(x => x.GetProperty("id").GetString()!, x => x.GetProperty("cities").EnumerateArray().ToList());
        var cities = (await open.Site.Json("/api/v1/cities")).GetProperty("cities").GetArrayLength();

        Assert.Contains("133号", answer.GetProperty("rule").GetProperty("zh").GetString()!, StringComparison.Ordinal);
        Assert.Equal(cities, groups.Values.Sum(x => x.Count) + answer.GetProperty("ungrouped").GetArrayLength());
        var shijiazhuang = groups["prefecture-level"].Single(x => x.GetProperty("city").GetProperty("code").GetInt32() == 130100);
        Assert.Equal([130200], shijiazhuang.GetProperty("peers").EnumerateArray().Select(x => x.GetInt32()));
        Assert.Contains("属“地级市”组", shijiazhuang.GetProperty("why").GetProperty("zh").GetString()!, StringComparison.Ordinal);
        Assert.Empty(groups["sub-provincial"].Single().GetProperty("peers").EnumerateArray());
    }

    /// <summary>The group's rate follows from its cities' summed parts, not from their rates.</summary>
    [Fact]
    public async Task Figure_IsThatOfTheCitiesTogether()
    {
        var answer = await open.Site.Json("/api/v1/peer-groups/prefecture-level/figure?indicator=E05&period=2024-Q2");
        var cities = answer.GetProperty("cities").EnumerateArray().Select(x => x.GetInt32()).ToList();
        var (above, below) = (0L, 0L);
        foreach (var city in cities)
        {
            var own = (await open.Site.Json($"/api/v1/figures/E05::{city}:2024-Q2")).GetProperty("figure");
            (above, below) = (above + own.GetProperty("numerator").GetInt64(), below + own.GetProperty("denominator").GetInt64());
        }

        Assert.Equal([130100, 130200], cities);
        Assert.Equal(Math.Round(100m * above / below, 2, MidpointRounding.AwayFromZero), answer.GetProperty("value").GetDecimal());
    }

    [Theory]
    [InlineData("no-such/figure?indicator=E05&period=2024-Q2", 404)]
    [InlineData("prefecture-level/figure?indicator=E05", 400)]
    [InlineData("prefecture-level/figure?indicator=E99&period=2024-Q2", 404)]
    [InlineData("prefecture-level/figure?indicator=E05&period=1999-Q2", 404)]
    public async Task Figure_RefusesWhatThereIsNot(string address, int status)
    {
        using var client = open.Site.Client();
        using var answer = await client.GetAsync(new Uri($"/api/v1/peer-groups/{address}", UriKind.Relative));

        Assert.Equal(status, (int)answer.StatusCode);
    }
}
