using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>Releases that are kept.</summary>
public sealed record ReleaseList(string Current, IReadOnlyList<string> Releases);

/// <summary>What differs between two releases.</summary>
public sealed record ChangeList(string Since, string Release, ReleaseDifference Difference);

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
        routes.MapGet("/releases/{name}/changes", Changes)
            .Describe("releases", "Get what a release changed", "Figures that were added, revised or removed, with the old and the new value, and indicators whose definition changed. The kind follows semantic versions: major, minor or patch.", Examples.Changes)
            .TakesQuery("since", "The release to compare with; the one before it when left out.")
            .TakesQuery("offset", "Changes to leave out at the start.", "0")
            .TakesQuery("limit", "Changes in one answer.", "100")
            .GivesProblems(400, 404, 503);
    }

    static List<string> Kept(ReleaseReader releases) => Directory.EnumerateFiles(releases.Folder, "R*.duckdb").Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .OrderByDescending(name => int.TryParse(name.AsSpan(1, Math.Max(0, name.IndexOf('-', StringComparison.Ordinal) - 1)), out var number) ? number : 0).ToList();

    static IResult List(ReleaseReader releases) => releases.Current is { } release
        ? Answer.Json(new ReleaseList(release.Manifest.Name, Kept(releases))).Send()
        : ReleaseReader.NoRelease;

    static IResult Changes(string name, HttpRequest request, ReleaseReader releases, AnswerCache cache, IOptions<ApiOptions> options)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        var kept = Kept(releases);
        var query = new QueryReader(request, "since", "offset", "limit");
        var (offset, limit) = (query.Whole("offset", 0, int.MaxValue) ?? 0, query.Whole("limit", 1, options.Value.LargestPage) ?? options.Value.PageSize);
        if (query.Problem is { } problem) return problem;
        // Without one, the release before it; the oldest is compared with itself, from which nothing differs.
        var since = query.Text("since") ?? (kept.IndexOf(name) is >= 0 and var place && place + 1 < kept.Count ? kept[place + 1] : name);
        foreach (var asked in new[] { name, since })
            if (!kept.Contains(asked))
                return new Problem("unknown-release", $"没有发布版“{asked}”；保留的有：{string.Join("、", kept)}。", $"There is no release '{asked}'; kept: {string.Join(", ", kept)}.");
        string File(string of) => Path.Combine(releases.Folder, of + ".duckdb");
        return cache.Get($"changes|{since}|{name}|{release.IsWhole}|{offset}|{limit}", () => Answer.Json(new ChangeList(since, name, since == name
            ? new ReleaseDifference("none", 0, 0, 0, 0, [], [])
            : ReleaseChanges.Between(File(since), File(name), release.IsWhole, offset, limit)))).Send(immutable: query.Text("since") is not null);
    }

    static IResult Current(ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        return cache.Get($"{release.Key}|release", () =>
            Answer.Json(new ReleaseDetail(ReleaseView.Of(release.Manifest), release.Manifest.Definitions, release.Manifest.Inputs, release.Inputs))).Send();
    }
}
