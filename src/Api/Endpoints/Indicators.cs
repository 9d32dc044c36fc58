using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>The catalogue: which indicators there are and how each is defined.</summary>
static class Indicators
{
    public static void MapIndicators(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/indicators", List)
            .Describe("indicators", "List the indicators", "The catalogue of the current release, in the order of the codes.", Examples.Indicators)
            .TakesQuery("q", "Words to look for in code, name, definition and clauses, in Chinese or English.", "就业")
            .TakesQuery("standard", "Only one of the five standards, 1 to 5; 0 for the checks of the process, 6 for outputs of models.", "5")
            .GivesProblems(400, 503);
        routes.MapGet("/indicators/{code}", Get)
            .Describe("indicators", "Get one definition", "Definition, basis, clauses, formula in words and the SQL as it ran, with its version and hash.", Examples.Indicator)
            .GivesProblems(404, 503);
    }

    static IResult List(HttpRequest request, ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        var query = new QueryReader(request, "q", "standard");
        var (words, standard) = (query.Text("q"), query.Whole("standard", 0, 6));
        if (query.Problem is { } problem) return problem;
        return cache.Get($"{release.Key}|indicators|{standard}|{words}", () =>
        {
            var found = Search(release, words).Where(x => standard is null || x.Standard == standard).Select(IndicatorSummary.Of).ToList();
            return Answer.Json(new IndicatorList(ReleaseView.Of(release.Manifest), found.Count, found));
        }).Send();
    }

    /// <summary>Indicators that hold all the words.</summary>
    public static IEnumerable<ReleasedIndicator> Search(ReleaseSnapshot release, string? words)
    {
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return release.Indicators.Where(x => wanted.All(word =>
            $"{x.Code} {x.Header.Id} {x.Header.Name.Zh} {x.Header.Name.En} {x.Header.Definition.Zh} {x.Header.Definition.En} {string.Join(' ', x.Header.Clauses)}"
                .Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    static IResult Get(string code, ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (release.FindIndicator(code) is not { } found) return Finding.UnknownIndicator(code, release);
        return cache.Get($"{release.Key}|indicator|{found.Code}", () =>
            Answer.Json(new IndicatorDetail(ReleaseView.Of(release.Manifest), found.Code, found.Hash, found.Header, found.Sql))).Send();
    }
}
