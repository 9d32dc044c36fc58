using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>Charts as files, for reports.</summary>
static class ChartEndpoints
{
    public static void MapCharts(this IEndpointRouteBuilder routes) => routes.MapGet("/charts/indicator.{format}", Get)
        .WithTags("charts").WithSummary("Draw an indicator's series")
        .WithDescription("The series of one indicator in one or more cities, as SVG or PNG, with title, unit, source and, for a synthetic release, its mark. Months without a value are gaps. With release the answer can be kept for good.")
        .GivesForms("image/svg+xml", "image/png")
        .TakesQuery("indicator", "Code of the indicator.", "E05")
        .TakesQuery("city", "One to six area codes or names, separated by commas.", "130100")
        .TakesQuery("frequency", "month, quarter, half_year, year, year_to_date, rolling12 or report_month; the indicator's first when left out.", "month")
        .TakesQuery("variant", "A variant such as seekers; the definition's own view when left out.")
        .TakesQuery("from", "First period.", "2023-01")
        .TakesQuery("to", "Last period.", "2024-12")
        .TakesQuery("release", "Name of the release, to make the address immutable; it must be the current one.")
        .TakesQuery("width", "Pixels, 400 to 2400; 1000 when left out.", "1000")
        .TakesQuery("height", "Pixels, 300 to 1600; 500 when left out.", "500")
        .GivesProblems(400, 404, 406, 503);

    static IResult Get(string format, HttpRequest request, ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (format is not ("svg" or "png")) return new Problem("not-acceptable", $"没有 {format} 格式的图表，可用 svg 或 png。", $"Charts do not come as {format}; ask for svg or png.");
        var query = new QueryReader(request, "indicator", "city", "frequency", "variant", "from", "to", "release", "width", "height");
        var language = RequestLanguage.Of(request.HttpContext);
        var code = query.Text("indicator");
        if (code is null) query.Refuse("indicator", "required", "缺少 indicator。", "indicator is required.");
        var indicator = code is null ? null : release.FindIndicator(code);
        if (code is not null && indicator is null) return Finding.UnknownIndicator(code, release);
        var areas = new List<Area>();
        foreach (var name in query.List("city"))
            if (Finding.Area(name, release) is { } area) areas.Add(area);
            else return Finding.UnknownArea(name, release);
        if (areas.Count is 0 or > ChartColours.Series) query.Refuse("city", "count", $"city 应有一到 {ChartColours.Series} 个城市。", $"city takes one to {ChartColours.Series} areas.");
        var variant = indicator is null ? "" : query.OneOf("variant", [.. indicator.Header.Variants.Select(v => v.Id)]) ?? "";
        var frequency = query.OneOf<Frequency>("frequency");
        var (from, to) = (query.Period("from"), query.Period("to"));
        var (width, height) = (query.Whole("width", 400, 2400) ?? 1000, query.Whole("height", 300, 1600) ?? 500);
        var pinned = query.OneOf("release", release.Manifest.Name) is not null;
        if (query.Problem is { } problem) return problem;
        var view = new ChartRequest(indicator!, areas, frequency ?? indicator!.Header.Frequencies[0], variant, from, to, width, height);
        return cache.Get($"{release.Key}|chart|{language.Code}|{format}|{view.Key}", () => IndicatorChart.Draw(release, view, format, language)).Send(pinned);
    }
}
