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
}
