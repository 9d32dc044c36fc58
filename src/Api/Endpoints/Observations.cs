using System.Globalization;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>The figures themselves, by indicator, area and period.</summary>
static class Observations
{
    public static void MapObservations(this IEndpointRouteBuilder routes) => routes.MapGet("/observations", List)
        .Describe("observations", "Find figures", "Figures of the current release, or as they stood at a past moment (asOf): such an answer stays the same, byte for byte, whatever is published later. As JSON or CSV.", Examples.Observations)
        .Produces<string>(StatusCodes.Status200OK, "text/csv")
        .TakesQuery("indicator", "Codes, separated by commas; all when left out.", "E05")
        .TakesQuery("city", "Six-digit area codes (0 = the nation) or Chinese names, separated by commas; all cities when left out.", "130100")
        .TakesQuery("period", "Periods, separated by commas: 2024-06, 2024-Q2, 2024-S1, 2024 or 2024-06-ytd.", "2024-Q4")
        .TakesQuery("from", "Only periods that start with or after the start of this one.", "2023-01")
        .TakesQuery("to", "Only periods that end with or before the end of this one.", "2024-12")
        .TakesQuery("frequency", "month, quarter, half_year, year or year_to_date.", "quarter")
        .TakesQuery("breakdown", "A dimension such as occupation; * for totals and all breakdowns; totals alone when left out.")
        .TakesQuery("variant", "A variant such as seekers; main for the definition's own view; all when left out.")
        .TakesQuery("asOf", "Answer as it stood at this instant (UTC).", null)
        .TakesQuery("format", "json or csv; the Accept header decides when left out.", "json")
        .TakesQuery("limit", "Figures on one page.", "100")
        .TakesQuery("cursor", "Next page, from the answer before.")
        .GivesProblems(400, 404, 406, 410, 503);

    static IResult List(HttpRequest request, ReleaseReader releases, AnswerCache cache, IOptions<ApiOptions> options, TimeProvider clock)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        var reader = new QueryReader(request, ObservationQuery.Parameters);
        var limit = reader.Whole("limit", 1, options.Value.LargestPage) ?? options.Value.PageSize;
        var asked = reader.OneOf("format", "json", "csv");
        var (query, problem) = ObservationQuery.Read(reader, release, clock);
        if (query is null) return problem!;
        if (asked is null && Negotiated(request) is not { } && !AcceptsJson(request))
            return new Problem("not-acceptable", "这里提供 application/json 和 text/csv。", "Offered here: application/json and text/csv.");
        var format = asked ?? Negotiated(request) ?? "json";

        // An answer as of a moment does not name the release: the same moment must give the same bytes from every later one.
        var basis = $"{(query.AsOf is null ? release.Manifest.Name : "asOf")}|{query.Key}";
        if (Cursor.Read(reader.Text("cursor"), basis) is not { } offset)
            return new Problem("cursor-expired", ProblemKinds.All["cursor-expired"].Fix.Zh, ProblemKinds.All["cursor-expired"].Fix.En);
        return cache.Get($"{release.Manifest.Name}|observations|{basis}|{format}|{limit}|{offset}", () => Make(request, release, query, format, basis, offset, limit)).Send();
    }

    static Answer Make(HttpRequest request, ReleaseSnapshot release, ObservationQuery query, string format, string basis, int offset, int limit)
    {
        var found = query.Find(release).ToList();
        var name = query.AsOf is null ? release.Manifest.Name : null;
        var page = found.Skip(offset).Take(limit).Select(x => ObservationView.Of(x.Observation, x.Indicator.Header, name)).ToList();
        var next = offset + page.Count < found.Count ? Cursor.Write(basis, offset + page.Count) : null;
        var link = next is null ? null : $"<{Cursor.Address(request, next)}>; rel=\"next\"";
        return format == "csv"
            ? Answer.Csv(ObservationCsv.Write(page, release), link)
            : Answer.Json(new ObservationList(query.AsOf is null ? ReleaseView.Of(release.Manifest) : null, query.AsOf, found.Count, next, page), link);
    }

    static string? Negotiated(HttpRequest request) => request.GetTypedHeaders().Accept.OrderByDescending(x => x.Quality ?? 1)
        .Select(x => x.MediaType.Value switch { "text/csv" => "csv", "application/json" => "json", _ => null }).FirstOrDefault(x => x is not null);

    static bool AcceptsJson(HttpRequest request) => request.GetTypedHeaders().Accept is var accept
        && (accept.Count == 0 || accept.Any(x => x.MediaType.Value is "*/*" or "application/*" or "text/*" or "text/html"));
}

/// <summary>Observations as CSV (RFC 4180): codes as text, decimals with their declared digits, empty where there is no value.</summary>
static class ObservationCsv
{
    const string Head =
        "figure_id,indicator,indicator_version,variant,area_code,area_name,period,frequency,breakdown,member,value,low,high,unit,numerator,denominator,status,note,known_from,release,synthetic\r\n";

    public static string Write(IReadOnlyList<ObservationView> rows, ReleaseSnapshot release)
    {
        var text = new System.Text.StringBuilder(Head);
        foreach (var x in rows)
            text.AppendJoin(',', new[]
            {
                x.FigureId, x.Indicator, x.IndicatorVersion.ToString(CultureInfo.InvariantCulture), x.Variant,
                x.AreaCode.ToString(CultureInfo.InvariantCulture), release.Areas.GetValueOrDefault(x.AreaCode)?.Name ?? "", x.Period, QueryReader.Snake(x.Frequency.ToString()),
                x.Breakdown, x.Member, Plain(x.Value), Plain(x.Low), Plain(x.High), x.Unit,
                x.Numerator?.ToString(CultureInfo.InvariantCulture) ?? "", x.Denominator?.ToString(CultureInfo.InvariantCulture) ?? "",
                QueryReader.Snake(x.Status.ToString()), x.Note ?? "", x.KnownFrom.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture), x.Release ?? "",
                release.Manifest.Synthetic ? "合成数据 synthetic data" : "",
            }.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    static string Plain(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    // Text that a spreadsheet would take for a formula is led by an apostrophe; numbers keep their minus.
    static string Cell(string text)
    {
        if (text.Length > 0 && "=+-@\t".Contains(text[0], StringComparison.Ordinal) && !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _)) text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }
}
