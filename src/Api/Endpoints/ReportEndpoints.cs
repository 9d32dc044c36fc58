using System.Globalization;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Printing;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Reports;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>A page's address with an ending gives the same content as a file.</summary>
static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cities/{code:int}.{form}", (int code, string form, HttpContext http, ReportDesk desk) => desk.Answer("city", code, form, http)).ExcludeFromDescription();
        routes.MapGet("/cities/{code:int}/scorecard.{form}", (int code, string form, HttpContext http, ReportDesk desk) => desk.Answer("scorecard", code, form, http)).ExcludeFromDescription();
        routes.MapGet("/cities/{code:int}/market.{form}", (int code, string form, HttpContext http, ReportDesk desk) => desk.Answer("market", code, form, http)).ExcludeFromDescription();
        routes.MapGet("/cities/{code:int}/indicators/{indicator}.{form}", Indicator).ExcludeFromDescription();
        routes.MapGet("/indicators.{form}", IResult (string form) => form == "json" ? TypedResults.Redirect("/api/v1/indicators") : NotAForm(form, "json")).ExcludeFromDescription();
    }

    internal static Problem NotAForm(string form, params string[] forms) => new("not-acceptable", $"没有 {form} 格式，可用：{string.Join("、", forms)}。", $"There is no {form} here; ask for {string.Join(", ", forms)}.");

    // Charts and figures have addresses of their own; the query is the page's.
    static IResult Indicator(int code, string indicator, string form, HttpRequest request)
    {
        var query = QueryString.Create(request.Query.SelectMany(x => x.Value, (x, value) => KeyValuePair.Create(x.Key, value))
            .Append(KeyValuePair.Create("indicator", (string?)indicator)).Append(KeyValuePair.Create("city", (string?)code.ToString(CultureInfo.InvariantCulture))));
        return form switch
        {
            "svg" or "png" => TypedResults.Redirect($"/api/v1/charts/indicator.{form}{query}"),
            "csv" or "xlsx" or "json" => TypedResults.Redirect($"/api/v1/observations.{form}{query}"),
            _ => NotAForm(form, "svg", "png", "csv", "xlsx", "json"),
        };
    }
}

/// <summary>Makes reports of the current release and keeps them while it is.</summary>
public sealed class ReportDesk(ReleaseReader releases, AnswerCache cache, Scorecards cards, ReportFiles files, PdfPrinter printer, AreaScope scope)
{
    /// <summary>The report, or the problem that there is none. <paramref name="kind"/> is city, scorecard or market.</summary>
    internal (Report? Report, Problem? Problem) Find(string kind, int code, HttpContext http)
    {
        if (releases.Current is not { } release) return (null, ReleaseReader.NoRelease);
        var name = code.ToString(CultureInfo.InvariantCulture);
        if (Finding.City(name, release) is not { } city) return (null, Finding.UnknownArea(name, release));
        if (scope.Refusal(code, release) is { } refusal) return (null, refusal);
        var query = new QueryReader(http.Request, "period");
        var period = query.Period("period");
        if (query.Problem is { } problem) return (null, problem);
        if ((period?.Last ?? release.LatestMonth(code)) is not { } month) return (null, Finding.UnknownArea(name, release));
        var language = RequestLanguage.Of(http);
        return kind switch
        {
            "market" => Market(release, city, month, language),
            "city" => (CityReport.Of(cards.Get(release, city, month), release, language), null),
            _ => (ScorecardReport.Of(cards.Get(release, city, month), release, language), null),
        };
    }

    internal async Task<IResult> Answer(string kind, int code, string form, HttpContext http)
    {
        if (!ReportFiles.Forms.Contains(form, StringComparer.Ordinal)) return ReportEndpoints.NotAForm(form, ReportFiles.Forms);
        if (form == "pdf" && printer.Program is null) return new Problem("no-printer", ProblemKinds.All["no-printer"].Fix.Zh, ProblemKinds.All["no-printer"].Fix.En);
        var (report, problem) = Find(kind, code, http);
        if (report is null) return problem!;
        var key = $"{releases.Current!.Key}|report|{kind}|{report.Name}|{report.Language.Code}|{form}";
        return (await cache.Get(key, () => files.Write(report, form, http.RequestAborted))).Send();
    }

    // The last quarter that has ended by then and has a ratio.
    static (Report?, Problem?) Market(ReleaseSnapshot release, Area city, Month month, RequestLanguage language)
    {
        for (var back = 0; back < 12; back++)
            if (Period.EndingIn(month - back, Frequency.Quarter) is { } quarter && new MarketReport(release, city, quarter, language).Make() is { } report) return (report, null);
        return (null, new Problem("no-results", $"{city.Name}没有季度求人倍率，不能编制市场供求分析。", $"{city.Name} has no quarterly ratio of openings to seekers; the analysis cannot be made."));
    }
}
