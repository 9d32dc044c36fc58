using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Observations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>One figure and what stands behind it.</summary>
static class Figures
{
    public static void MapFigures(this IEndpointRouteBuilder routes) => routes.MapGet("/figures/{id}", Get)
        .Describe("figures", "Get one figure", "The figure, its parts and status, and what was answered for it before.", Examples.Figure)
        .GivesProblems(404, 503);

    static IResult Get(string id, ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (!FigureId.TryParse(id, out var figure)
            || release.FindIndicator(figure.Indicator) is not { } indicator
            || release.Find(figure) is not { } found
            || release.Areas.GetValueOrDefault(figure.AreaCode) is not { } area)
            return Finding.UnknownFigure(id, release);
        return cache.Get($"{release.Manifest.Name}|figure|{figure}", () => Answer.Json(new FigureDetail(
            ReleaseView.Of(release.Manifest), indicator.Header.Name, AreaView.Of(area, release),
            ObservationView.Of(found, indicator.Header, release.Manifest.Name),
            release.History(figure).Select(x => ObservationView.Of(x, indicator.Header, null)).ToList()))).Send();
    }
}
