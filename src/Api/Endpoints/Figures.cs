using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Recomputing;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>One figure and what stands behind it.</summary>
static class Figures
{
    public static void MapFigures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/figures/{id}", Get)
            .Describe("figures", "Get one figure", "The figure, its parts and status, its change against the year before (of the cities alone that have both figures, naming those left out), and what was answered for it before.", Examples.Figure)
            .GivesProblems(404, 503);
        routes.MapGet("/figures/{id}/evidence", GetEvidence)
            .Describe("figures", "Get what stands behind a figure", "Rule version, formula with its numbers, input files with SHA-256, and the source rows with file and line, personal data masked. The figure is computed again from those rows; reproduces says whether it came out the same. A city sees its own, a province those of its cities.", Examples.Evidence)
            .TakesQuery("rows", "sample: the first rows; count: none; full: all, page by page. sample when left out.", "sample")
            .TakesQuery("limit", "Rows on one page with rows=full.", null)
            .TakesQuery("cursor", "Next page, from the answer before.")
            .GivesProblems(400, 403, 404, 410, 503);
        routes.MapPost("/figures/{id}/recompute", Recompute)
            .Describe("figures", "Compute a figure again from the archived files", "The bytes that were received are read and typed anew and the release's own definition runs over their rows; reproduces says whether the published figure came out. Nothing is kept. sources tells what became of every row, files names those with rows used.", Examples.Evidence with { Rows = null })
            .GivesProblems(403, 404, 413, 503);
    }

    /// <summary>A figure of the release with its definition and area, or the problem that there is none.</summary>
    public static (FigureId Id, Observation Figure, ReleasedIndicator Indicator, Area Area)? Find(string id, ReleaseSnapshot release) =>
        FigureId.TryParse(id, out var figure)
        && release.FindIndicator(figure.Indicator) is { } indicator
        && release.Find(figure) is { } found
        && release.Areas.GetValueOrDefault(figure.AreaCode) is { } area
            ? (figure, found, indicator, area)
            : null;

    static IResult Get(string id, ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (Find(id, release) is not { } found) return Finding.UnknownFigure(id, release);
        return cache.Get($"{release.Key}|figure|{found.Id}", () => Answer.Json(new FigureDetail(
            ReleaseView.Of(release.Manifest), found.Indicator.Header.Name, AreaView.Of(found.Area, release),
            ObservationView.Of(found.Figure, found.Indicator.Header, release.Manifest.Name), YearOnYearView.Of(YearOnYear.Of(release, found.Id), release),
            release.History(found.Id).Select(x => ObservationView.Of(x, found.Indicator.Header, null)).ToList()))).Send();
    }

    static async Task<IResult> GetEvidence(
        string id, HttpRequest request, ReleaseReader releases, FigureEvidences evidences, AnswerCache cache, AreaScope scope,
        IOptions<ApiOptions> options, ILoggerFactory log, CancellationToken cancel)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (Find(id, release) is not { } found) return Finding.UnknownFigure(id, release);
        if (scope.Refusal(found.Area.Code, release) is { } refusal) return refusal;
        var query = new QueryReader(request, "rows", "limit", "cursor");
        var rows = query.OneOf("rows", "sample", "count", "full") ?? "sample";
        var size = rows == "sample" ? options.Value.EvidenceSample : query.Whole("limit", 1, options.Value.LargestPage) ?? options.Value.PageSize;
        if (query.Problem is { } problem) return problem;
        var basis = $"{release.Key}|evidence|{found.Id}|{rows}|{size}";
        if (Cursor.Read(query.Text("cursor"), basis) is not { } offset)
            return new Problem("cursor-expired", ProblemKinds.All["cursor-expired"].Fix.Zh, ProblemKinds.All["cursor-expired"].Fix.En);

        if (rows != "count") Log.RowsRead(log.CreateLogger("DemoCityAnalytics.Api"), scope.Reader?.Name ?? "", found.Id.ToString());
        var evidence = await evidences.Explain(release, found.Id, cancel);
        var page = rows == "count" ? null : await evidences.Rows(release, found.Id, offset / size + 1, size, cancel);
        return cache.Get($"{basis}|{offset}", () => Make(request, release, found.Indicator, evidence!, page, rows == "full" ? basis : null, offset)).Send();
    }

    static async Task<IResult> Recompute(string id, ReleaseReader releases, FigureRecomputations recomputations, AreaScope scope, CancellationToken cancel)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (Find(id, release) is not { } found) return Finding.UnknownFigure(id, release);
        if (scope.Refusal(found.Area.Code, release) is { } refusal) return refusal;
        var recomputed = await recomputations.Run(release, found.Id, cancel);
        return recomputed.Problem is { } problem ? problem : TypedResults.Ok(EvidenceView.Of(recomputed.Evidence!, release, found.Indicator, null, null));
    }

    static Answer Make(HttpRequest request, ReleaseSnapshot release, ReleasedIndicator indicator, FigureEvidence evidence, EvidencePage? page, string? basis, int offset)
    {
        var next = basis is not null && page is not null && offset + page.Rows.Count < page.TotalRows ? Cursor.Write(basis, offset + page.Rows.Count) : null;
        return Answer.Json(EvidenceView.Of(evidence, release, indicator, page?.Rows, next), next is null ? null : $"<{Cursor.Address(request, next)}>; rel=\"next\"");
    }
}
