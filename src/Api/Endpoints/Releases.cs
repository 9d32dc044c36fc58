using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>Releases that are kept.</summary>
public sealed record ReleaseList(string Current, IReadOnlyList<string> Releases);

/// <summary>Which releases there are and what the current one was made from.</summary>
static class ReleaseEndpoints
{
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/releases", List)
            .Describe("releases", "List the releases", "Names of the releases that are kept, the newest first.", Examples.Releases)
            .GivesProblems(503);
        routes.MapGet("/releases/current", Current)
            .Describe("releases", "Get the current release", "Its number and id, the hashes over definitions and inputs, and every input file with SHA-256 and row counts.", Examples.CurrentRelease)
            .GivesProblems(503);
    }

    static IResult List(ReleaseReader releases)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        var kept = Directory.EnumerateFiles(releases.Folder, "R*.duckdb").Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .OrderByDescending(name => int.TryParse(name.AsSpan(1, Math.Max(0, name.IndexOf('-', StringComparison.Ordinal) - 1)), out var number) ? number : 0).ToList();
        return Answer.Json(new ReleaseList(release.Manifest.Name, kept)).Send();
    }

    static IResult Current(ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        return cache.Get($"{release.Manifest.Name}|release", () =>
            Answer.Json(new ReleaseDetail(ReleaseView.Of(release.Manifest), release.Manifest.Definitions, release.Manifest.Inputs, release.Inputs))).Send();
    }
}
