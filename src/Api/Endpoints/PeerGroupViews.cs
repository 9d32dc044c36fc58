using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Evaluation.Programme;
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

/// <summary>Which cities are compared with each other, and why.</summary>
static class PeerGroupViews
{
    public static void MapPeerGroups(this IEndpointRouteBuilder routes) => routes.MapGet("/peer-groups", List)
        .Describe("cities", "List the groups of same-type cities", "The stored rule by which cities are same-type cities (同类城市), each group with its cities in the current release, and for each city its peers and why these.", Examples.PeerGroups)
        .GivesProblems(503);

    static IResult List(ReleaseReader releases, AnswerCache cache) => releases.Current is { } release
        ? cache.Get($"{release.Key}|peer-groups", () => Answer.Json(Of(release, PeerGroups.BuiltIn))).Send()
        : ReleaseReader.NoRelease;

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
