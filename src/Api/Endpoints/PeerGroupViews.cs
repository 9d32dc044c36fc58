using System.Numerics;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>A city in its group.</summary>
/// <param name="Why">The rule by which these cities and no others are its peers.</param>
/// <param name="Peers">Codes of the other cities of the group that have figures in the release.</param>
public sealed record PeerCityView(AreaView City, IReadOnlyList<int> Peers, BilingualText Why);

/// <summary>A group of cities that are compared with each other (同类城市).</summary>
/// <param name="Kinds">Administrative kinds of the cities in it.</param>
public sealed record PeerGroupView(string Id, BilingualText Name, IReadOnlyList<string> Kinds, IReadOnlyList<PeerCityView> Cities);

/// <summary>The stored rule that groups cities, and the groups it makes of the cities in a release.</summary>
/// <param name="Rule">What the groups rest on.</param>
/// <param name="Ungrouped">Cities that no group names; they have no peers.</param>
public sealed record PeerGroupList(ReleaseView Release, BilingualText Rule, int Total, IReadOnlyList<PeerGroupView> Groups, IReadOnlyList<AreaView> Ungrouped);

/// <summary>A figure of all cities of a group together.</summary>
/// <param name="Value">From their summed parts, divided last; never a mean of their rates.</param>
/// <param name="PerCity">A count's mean over the cities.</param>
/// <param name="Lacking">Cities of the group without this figure; while there are any, the group has none.</param>
public sealed record PeerGroupFigure(
    ReleaseView Release, string Group, BilingualText Name, string Indicator, string Variant, string Period, string Breakdown, string Member, decimal? Value, decimal? Low, decimal? High,
    decimal? PerCity, string Unit, int Decimals, BigInteger? Numerator, BigInteger? Denominator, ObservationStatus Status, IReadOnlyList<int> Cities, IReadOnlyList<int> Lacking);

/// <summary>Which cities are compared with each other, and why; and their figures taken together.</summary>
static class PeerGroupViews
{
    public static void MapPeerGroups(this IEndpointRouteBuilder routes)
    {
        MapList(routes);
        routes.MapGet("/peer-groups/{group}/figure", Pool)
            .Describe("cities", "Get a figure of a group of same-type cities", "The figure of all cities of the group together: counts are summed, rates come from the summed parts. Figures that are made of the members of a dimension (grouped ratios, match rates, medians, rankings) have none for a group and say NotApplicable.", Examples.PeerGroupFigure)
            .TakesQuery("indicator", "Code of the indicator.", "E05")
            .TakesQuery("period", "Written as 2024-06, 2024-Q2, 2024-S1, 2024, 2024-06-ytd, 2024-06-r12 or 2024-06-rm.", "2024-Q4")
            .TakesQuery("variant", "A variant such as gross; the definition's own view when left out.")
            .TakesQuery("breakdown", "A dimension of the indicator; the total when left out.")
            .TakesQuery("member", "A member of that dimension.")
            .GivesProblems(400, 404, 503);
    }

    static void MapList(IEndpointRouteBuilder routes) => routes.MapGet("/peer-groups", List)
        .Describe("cities", "List the groups of same-type cities", "The stored rule by which cities are same-type cities (同类城市), each group with its cities in the current release, and for each city its peers and why these.", Examples.PeerGroups)
        .GivesProblems(503);

    static IResult List(ReleaseReader releases, AnswerCache cache) => releases.Current is { } release
        ? cache.Get($"{release.Key}|peer-groups", () => Answer.Json(Of(release, PeerGroups.BuiltIn))).Send()
        : ReleaseReader.NoRelease;

    static IResult Pool(string group, HttpRequest request, ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (PeerGroups.BuiltIn.Groups.FirstOrDefault(x => x.Id == group) is not { } asked) return Finding.UnknownGroup(group);
        var query = new QueryReader(request, "indicator", "period", "variant", "breakdown", "member");
        var (indicator, period) = (query.Text("indicator"), query.Period("period"));
        foreach (var name in new[] { "indicator", "period" }.Where(name => query.Text(name) is null)) query.Refuse(name, "missing", $"缺少参数 {name}。", $"{name} is missing.");
        if (query.Problem is { } problem) return problem;
        if (release.FindIndicator(indicator!) is not { } known) return Finding.UnknownIndicator(indicator!, release);
        var cities = release.Cities.Where(city => PeerGroups.BuiltIn.Of(city) == asked).Select(city => city.Code).ToList();
        var id = new FigureId(known.Code, query.Text("variant") ?? "", cities.FirstOrDefault(), period!.Value, query.Text("breakdown") ?? "", query.Text("member") ?? "");
        if (PooledFigure.Of(release, id, cities) is not { } figure) return Finding.UnknownFigure(id.ToString(), release);
        return cache.Get($"{release.Key}|peer-group|{group}|{id}", () => Answer.Json(Of(release, asked, known, figure))).Send();
    }

    static PeerGroupFigure Of(ReleaseSnapshot release, PeerGroup group, ReleasedIndicator indicator, PooledFigure figure)
    {
        var (unit, decimals) = ObservationView.Shape(indicator.Header, figure.Id.Variant);
        return new(
            ReleaseView.Of(release.Manifest), group.Id, group.Name, indicator.Code, figure.Id.Variant, figure.Id.Period.ToString(), figure.Id.Breakdown, figure.Id.Member,
            JsonText.Scaled(figure.Value, decimals), JsonText.Scaled(figure.Interval?.Low, decimals), JsonText.Scaled(figure.Interval?.High, decimals), figure.PerCity, unit, decimals,
            figure.Numerator, figure.Denominator, figure.Status, figure.Cities, figure.Lacking);
    }

    static PeerGroupList Of(ReleaseSnapshot release, PeerGroups rule)
    {
        PeerCityView City(Area city)
        {
            var peers = rule.Peers(city, release.Cities);
            return new PeerCityView(AreaView.Of(city, release), [.. peers.Select(x => x.Code)], rule.Why(city, peers.Count));
        }
        return new PeerGroupList(ReleaseView.Of(release.Manifest), rule.Source, rule.Groups.Count,
            [.. rule.Groups.Select(group => new PeerGroupView(group.Id, group.Name, group.Kinds, [.. release.Cities.Where(city => rule.Of(city) == group).Select(City)]))],
            [.. release.Cities.Where(city => rule.Of(city) is null).Select(city => AreaView.Of(city, release))]);
    }
}
