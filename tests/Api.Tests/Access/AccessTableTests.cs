using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Api.Tests.Access;

public sealed class AccessTableTests(ClosedSite closed) : IClassFixture<ClosedSite>
{
    IReadOnlyList<string> Patterns => closed.Site.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText ?? "").Distinct().ToList();

    [Fact]
    public void EveryEndpoint_StatesWhoMayCallIt()
    {
        var table = closed.Site.Services.GetRequiredService<AccessTable>();

        var unstated = Patterns.Where(pattern => table.Find(pattern) is null).ToList();

        Assert.True(unstated.Count == 0, $"Not in AccessTable, so that nobody may call them: {string.Join(", ", unstated)}");
        Assert.True(Patterns.Count > 20);
    }

    [Theory]
    // path, then the status for nobody, public, city (its own area), province (its own), expert, operator
    [InlineData("/health/live", 200, 200, 200, 200, 200, 200)]
    [InlineData("/docs/problems", 200, 200, 200, 200, 200, 200)]
    [InlineData("/", 401, 200, 200, 200, 200, 200)]
    [InlineData("/indicators/E05", 401, 200, 200, 200, 200, 200)]
    [InlineData("/api/v1/indicators", 401, 200, 200, 200, 200, 200)]
    [InlineData("/api/v1/observations?indicator=E05", 401, 200, 200, 200, 200, 200)]
    [InlineData("/openapi/v1.json", 401, 200, 200, 200, 200, 200)]
    [InlineData("/cities/130100/scorecard", 401, 403, 200, 200, 200, 200)]
    [InlineData("/api/v1/cities/130100/scorecard", 401, 403, 200, 200, 200, 200)]
    [InlineData("/api/v1/cities/130200/scorecard", 401, 403, 403, 200, 200, 200)]
    [InlineData("/api/v1/cities/510100/scorecard", 401, 403, 403, 403, 200, 200)]
    [InlineData("/cities/510100", 401, 403, 403, 403, 200, 200)]
    [InlineData("/loads", 401, 403, 403, 403, 200, 200)]
    [InlineData("/quality", 401, 403, 200, 200, 200, 200)]
    [InlineData("/quality?city=130200", 401, 403, 403, 200, 200, 200)]
    [InlineData("/quality.csv?city=510100", 401, 403, 403, 403, 200, 200)]
    [InlineData("/api/v1/peer-groups", 401, 200, 200, 200, 200, 200)]
    public async Task Answer_FollowsTheRole(string path, int nobody, int publicRole, int city, int province, int expert, int operatorRole)
    {
        var expected = new (Role? Role, int Status)[]
        {
            (null, nobody), (Role.Public, publicRole), (Role.City, city), (Role.Province, province), (Role.Expert, expert), (Role.Operator, operatorRole),
        };

        foreach (var (role, status) in expected)
        {
            using var client = closed.Site.Client(role is { } known ? ClosedSite.Key(known) : null);
            var answer = await client.GetAsync(path);
            Assert.True(status == (int)answer.StatusCode, $"{path} as {role?.ToString() ?? "nobody"}: {(int)answer.StatusCode}, expected {status}");
        }
    }

    [Fact]
    public async Task WrongKey_IsRefusedEvenWhereStrangersMayRead()
    {
        await using var open = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"));
        using var stranger = open.Client();
        using var wrong = open.Client("no-such-key");

        Assert.Equal(200, (int)(await stranger.GetAsync("/api/v1/indicators")).StatusCode);
        Assert.Equal(401, (int)(await wrong.GetAsync("/api/v1/indicators")).StatusCode);
    }

    [Fact]
    public async Task Scorecards_OfOtherCities_AreNotOnTheOverviewEither()
    {
        using var client = closed.Site.Client(ClosedSite.Key(Role.City));
        client.DefaultRequestHeaders.Add("Accept-Language", "zh");

        var page = await client.GetStringAsync("/");

        Assert.Contains("石家庄市列入评估", page, StringComparison.Ordinal);
        Assert.DoesNotContain("成都市列入评估", page, StringComparison.Ordinal);
        Assert.Contains("不在您账户的辖区内", page, StringComparison.Ordinal);
    }
}
