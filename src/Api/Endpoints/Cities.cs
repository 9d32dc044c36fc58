using System.Globalization;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Evaluation.Scorecards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>Cities with figures and their scorecards.</summary>
static class Cities
{
    public static void MapCities(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cities", List)
            .Describe("cities", "List the cities", "The cities that have figures in the current release, in the order of their codes.", Examples.Cities)
            .GivesProblems(503);
        routes.MapGet("/cities/{code}", Get)
            .Describe("cities", "Get one city", "Where the city lies, the latest month with figures, and its indicators.", Examples.City)
            .GivesProblems(404, 503);
        routes.MapGet("/cities/{code}/scorecard", GetScorecard)
            .Describe("cities", "Get a city's scorecard", "The city's figures held against the rule set, by the five standards: actual, target, before creation, same-type cities, verdict and evidence. A city sees its own, a province those of its cities.", Examples.Scorecard)
            .TakesQuery("period", "Month that is judged (2024-09), or a period that ends with it; the latest with figures when left out.", "2024-09")
            .TakesQuery("asOf", "Answer as it stood at this instant (UTC).", null)
            .GivesProblems(400, 403, 404, 503);
    }

    static IResult List(ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        return cache.Get($"{release.Key}|cities", () =>
            Answer.Json(new CityList(ReleaseView.Of(release.Manifest), release.Cities.Count, release.Cities.Select(city => AreaView.Of(city, release)).ToList()))).Send();
    }

    static IResult Get(string code, ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (Finding.City(code, release) is not { } city) return Finding.UnknownArea(code, release);
        return cache.Get($"{release.Key}|city|{city.Code}", () => Answer.Json(new CityDetail(
            ReleaseView.Of(release.Manifest), AreaView.Of(city, release), release.LatestMonth(city.Code)?.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"/api/v1/cities/{city.Code}/scorecard"),
            release.Indicators.Where(x => release.Has(x.Code, city.Code)).Select(x => x.Code).ToList()))).Send();
    }

    static IResult GetScorecard(string code, HttpRequest request, ReleaseReader releases, AnswerCache cache, ScorecardBuilder scorecards, AreaScope scope, TimeProvider clock)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (Finding.City(code, release) is not { } city) return Finding.UnknownArea(code, release);
        if (scope.Refusal(city.Code, release) is { } refusal) return refusal;
        var query = new QueryReader(request, "period", "asOf");
        var (period, asOf) = (query.Period("period"), query.AsOf(clock));
        if (query.Problem is { } problem) return problem;
        if ((period?.Last ?? release.LatestMonth(city.Code)) is not { } month) return Finding.UnknownArea(code, release);
        return cache.Get($"{release.Key}|scorecard|{city.Code}|{month}|{asOf:O}", () =>
            Answer.Json(ScorecardView.Of(scorecards.Build(release, city, month, asOf), release))).Send();
    }
}
