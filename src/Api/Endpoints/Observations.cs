using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>The figures themselves, by indicator, area and period, in nine formats of the same rows.</summary>
static class Observations
{
    const string Everything = "all";

    public static void MapObservations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/observations", (HttpRequest request, ReleaseReader releases, AnswerCache cache, StrangersAnswers strangers, AnswerJobs jobs, IOptions<ApiOptions> options, TimeProvider clock) =>
                List(null, request, releases, cache, strangers, jobs, options, clock))
            .Describe("observations", "Find figures", "Figures of the current release, or as they stood at a past moment (asOf): such an answer stays the same, byte for byte, whatever is published later. Very long answers, and those asked for with Prefer: respond-async, are made aside (202). Nine formats hold the same cells in the same order; Accept or format chooses.", Examples.Observations)
            .TakesObservationQuery()
            .TakesQuery("format", $"{string.Join(", ", ObservationFormats.Names)}; the Accept header decides when left out.", "json")
            .GivesProblems(400, 404, 406, 410, 503);
        routes.MapGet("/observations.{format}", (string format, HttpRequest request, ReleaseReader releases, AnswerCache cache, StrangersAnswers strangers, AnswerJobs jobs, IOptions<ApiOptions> options, TimeProvider clock) =>
                List(format, request, releases, cache, strangers, jobs, options, clock))
            .Describe("observations", "Find figures, as a file", "The same as /observations with the format in the address, for programs that can send no headers.", Examples.Observations)
            .TakesObservationQuery()
            .GivesProblems(400, 404, 406, 410, 503);
    }

    static RouteHandlerBuilder TakesObservationQuery(this RouteHandlerBuilder route) =>
        route.Produces<AnswerJobView>(StatusCodes.Status202Accepted, "application/json").GivesForms([.. ObservationFormats.All.Skip(1).Select(format => format.MediaType.Split(';')[0])])
            .TakesQuery("indicator", "Codes, separated by commas; all when left out.", "E05")
            .TakesQuery("city", "Six-digit area codes (0 = the nation) or Chinese names, separated by commas; all cities when left out.", "130100")
            .TakesQuery("period", "Periods, separated by commas: 2024-06, 2024-Q2, 2024-S1, 2024 or 2024-06-ytd.", "2024-Q4")
            .TakesQuery("from", "Only periods that start with or after the start of this one.", "2023-01")
            .TakesQuery("to", "Only periods that end with or before the end of this one.", "2024-12")
            .TakesQuery("frequency", "month, quarter, half_year, year, year_to_date, rolling12 or report_month.", "quarter")
            .TakesQuery("breakdown", "A dimension such as occupation; * for totals and all breakdowns; totals alone when left out.")
            .TakesQuery("variant", "A variant such as seekers; main for the definition's own view; all when left out.")
            .TakesQuery("asOf", "Answer as it stood at this instant (UTC).")
            .TakesQuery("updatedAfter", "Only figures that became the answer after this instant (UTC): what has changed since a last visit.")
            .TakesQuery("labels", "id, name or both: whether codes, names in the caller's language or both are written. id when left out.", "id")
            .TakesQuery("limit", "Figures on one page, or all. JSON has pages unless told otherwise; the other formats come whole.", "100")
            .TakesQuery("cursor", "Next page, from the answer before.");

    static async Task<IResult> List(string? suffix, HttpRequest request, ReleaseReader releases, AnswerCache cache, StrangersAnswers strangers, AnswerJobs jobs, IOptions<ApiOptions> options, TimeProvider clock)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        var language = RequestLanguage.Of(request.HttpContext);
        var repeated = $"{release.Key}|asked|{request.Path}{request.QueryString}|{request.Headers.Accept}|{language.Code}";
        var aside = request.Headers["Prefer"].ToString().Contains("respond-async", StringComparison.OrdinalIgnoreCase);
        if (!aside && cache.Repeated(repeated) is { } given) return strangers.Keep(request, release, given).Send();
        var reader = new QueryReader(request, ObservationQuery.Parameters);
        int? limit = reader.Text("limit") == Everything ? int.MaxValue : reader.Whole("limit", 1, options.Value.LargestPage);
        var asked = suffix ?? reader.OneOf("format", ObservationFormats.Names);
        var labels = reader.OneOf<LabelChoice>("labels") ?? LabelChoice.Id;
        var (query, problem) = ObservationQuery.Read(reader, release, clock);
        if (query is null) return problem!;
        if ((asked is null ? ObservationFormats.Negotiated(request) : ObservationFormats.All.FirstOrDefault(x => x.Name == asked)) is not { } format)
            return new Problem("not-acceptable",
                $"这里提供：{string.Join("、", ObservationFormats.All.Select(x => x.MediaType.Split(';')[0]))}。",
                $"Offered here: {string.Join(", ", ObservationFormats.All.Select(x => x.MediaType.Split(';')[0]))}.");

        // An answer as of a moment does not name the release: the same moment must give the same bytes from every later one.
        var basis = $"{(query.AsOf is null ? release.Manifest.Name : "asOf")}|{query.Key}";
        if (Cursor.Read(reader.Text("cursor"), basis) is not { } offset)
            return new Problem("cursor-expired", ProblemKinds.All["cursor-expired"].Fix.Zh, ProblemKinds.All["cursor-expired"].Fix.En);
        var page = new ObservationPage(query, release, basis, offset, limit ?? (format.Name == "json" ? options.Value.PageSize : int.MaxValue), labels, language);
        if (aside || page.Count > options.Value.JobRows)
            return AnswerJobEndpoints.Accepted(request.HttpContext.Response, jobs.Ask($"{release.Key}|observations|{page.Key}|{format.Name}", format, page.Set, page.Count, FileName(page.Set, format)));
        var next = page.Set.Next is null ? "" : $"<{Cursor.Address(request, page.Set.Next)}>; rel=\"next\", ";
        var answer = await Answer(format, page, cache, options.Value.KeptRows, next + "</openapi/v1.json>; rel=\"service-desc\", </api/v1/datasets/indicators>; rel=\"describedby\"");
        if (answer is AnswerResult { Answer: var kept }) strangers.Keep(request, release, cache.Remember(repeated, kept));
        return answer;
    }

    static string FileName(ObservationSet set, ObservationFormat format) => $"observations-{(set.ReleaseView?.Name ?? "asOf")}.{format.Extension}";

    /// <summary>Ready bytes for short answers, a stream for long ones.</summary>
    internal static async Task<IResult> Answer(ObservationFormat format, ObservationPage page, AnswerCache cache, int keptRows, string link)
    {
        var set = page.Set;
        var key = $"{page.Release.Key}|observations|{page.Key}|{format.Name}";
        var file = format.Name == "json" ? null : FileName(set, format);
        if (page.Count > keptRows) return new StreamedResult(key, format.MediaType, format.Compressible, link, file, (to, cancel) => format.Write(set, to, cancel));
        return (await cache.Get(key, async () =>
        {
            using var body = new MemoryStream();
            await format.Write(set, body, CancellationToken.None); // kept for the next caller even when this one has gone
            return new Answer(body.ToArray(), format.MediaType, link) { FileName = file };
        })).Send();
    }
}
