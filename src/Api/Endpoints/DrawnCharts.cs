using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Charts.Kinds;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>Charts that compare: bars, dots, small multiples, heat table, Beveridge curve, tile map, and the radar of the five standards.</summary>
static class DrawnCharts
{
    static readonly string[] Kinds = ["bar", "dots", "multiples", "heat", "beveridge", "map"];

    public static void MapDrawnCharts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/charts/{kind}.{format}", Get)
            .WithOrder(1) // after the charts that have an address of their own
            .WithTags("charts").WithSummary("Draw a comparison")
            .WithDescription("bar: one period by area, or by group of one area (by). dots: a period and the year before. multiples: one panel per area. heat: areas by periods. beveridge: unemployment against demand. map: a tile for each province. The numbers are those of /observations; title and description are inside the SVG.")
            .GivesForms("image/svg+xml", "image/png")
            .TakesQuery("indicator", "Code of the indicator; the two axes' for beveridge are x and y.", "E05")
            .TakesQuery("x", "beveridge: indicator across; E05 when left out.")
            .TakesQuery("y", "beveridge: indicator up; E07 when left out.")
            .TakesQuery("city", "Area codes or names, separated by commas; all cities when left out.", "130100,130200")
            .TakesQuery("period", "The period; the latest with a value when left out.", "2024-Q1")
            .TakesQuery("frequency", "month, quarter, half_year, year, year_to_date, rolling12 or report_month; that of the period, or the indicator's first.", "quarter")
            .TakesQuery("variant", "A variant such as seekers; the definition's own view when left out.")
            .TakesQuery("by", "bar: a dimension such as occupation, of one area.")
            .TakesQuery("release", "Name of the release, to make the address immutable; it must be the current one.")
            .TakesQuery("width", "Pixels, 320 to 2400; 1000 when left out.", "1000")
            .GivesProblems(400, 404, 406, 503);
        routes.MapGet("/charts/radar.{format}", Radar)
            .WithTags("charts").WithSummary("Draw the five standards")
            .WithDescription("The share of judged figures that are on target, by standard, of one city. A city sees its own, a province those of its cities.")
            .GivesForms("image/svg+xml", "image/png")
            .TakesQuery("city", "Area code or name.", "130100")
            .TakesQuery("period", "Month that is judged; the latest with figures when left out.", "2024-06")
            .TakesQuery("release", "Name of the release, to make the address immutable; it must be the current one.")
            .TakesQuery("width", "Pixels, 480 to 2400; 640 when left out.", "640")
            .GivesProblems(400, 403, 404, 406, 503);
    }

    static Problem? NotAForm(string format) => format is "svg" or "png" ? null
        : new Problem("not-acceptable", $"没有 {format} 格式的图表，可用 svg 或 png。", $"Charts do not come as {format}; ask for svg or png.");

    static IResult Get(string kind, string format, HttpRequest request, ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (!Kinds.Contains(kind, StringComparer.Ordinal)) return new Problem("not-found", $"没有“{kind}”图，可用：{string.Join("、", Kinds)}。", $"There is no chart '{kind}'; there are {string.Join(", ", Kinds)}.");
        if (NotAForm(format) is { } refused) return refused;
        var query = new QueryReader(request, "indicator", "x", "y", "city", "period", "frequency", "variant", "by", "release", "width");
        var language = RequestLanguage.Of(request.HttpContext);
        var codes = kind == "beveridge" ? [query.Text("x") ?? "E05", query.Text("y") ?? "E07"] : new[] { query.Text("indicator") ?? "" };
        if (codes[0].Length == 0) query.Refuse("indicator", "required", "缺少 indicator。", "indicator is required.");
        var indicators = codes.Where(code => code.Length > 0).Select(release.FindIndicator).ToList();
        if (indicators.IndexOf(null) is >= 0 and var missing) return Finding.UnknownIndicator(codes[missing], release);
        var areas = new List<Area>();
        foreach (var name in query.List("city"))
            if (Finding.Area(name, release) is { } area) areas.Add(area);
            else return Finding.UnknownArea(name, release);
        var period = query.Period("period");
        var variant = indicators.Count == 0 ? "" : query.OneOf("variant", [.. indicators[0]!.Header.Variants.Select(v => v.Id)]) ?? "";
        var by = indicators.Count == 0 ? null : query.OneOf("by", [.. indicators[0]!.Header.Dimensions]);
        if (by is not null && areas.Count != 1) query.Refuse("city", "count", "按分组画图时 city 应为一个地区。", "With by, city takes one area.");
        if (kind == "beveridge" && areas.Count != 1) query.Refuse("city", "count", "此图 city 应为一个地区。", "This chart takes one area.");
        var frequency = query.OneOf<Frequency>("frequency") ?? period?.Frequency;
        var width = query.Whole("width", 320, 2400) ?? 1000;
        var pinned = query.OneOf("release", release.Manifest.Name) is not null;
        if (query.Problem is { } problem) return problem;
        // Several areas are few enough to tell apart; the tile map has all provinces.
        var chosen = areas.Count > 0 ? areas : [.. release.Cities];
        FigureSet Set(int i) => new(release, indicators[i]!, i == 0 ? variant : "", frequency ?? indicators[i]!.Header.Frequencies[0], kind == "map" ? Provinces(release) : chosen, language);
        var key = $"{release.Key}|{kind}|{language.Code}|{format}|{string.Join(',', codes)}|{string.Join(',', chosen.Select(a => a.Code))}|{period}|{frequency}|{variant}|{by}|{width}";
        return cache.Get(key, () => Draw(kind, Set, period, by, width).File(format)).Send(pinned);
    }

    static DrawnChart Draw(string kind, Func<int, FigureSet> set, Period? asked, string? by, int width)
    {
        var figures = set(0);
        var period = asked ?? figures.Latest ?? Period.EndingIn(new Month(2000, 12), figures.Frequency)!.Value;
        return kind switch
        {
            "bar" when by is not null => BarChart.OfGroups(figures, figures.Areas[0], period, by, width),
            "bar" => BarChart.OfAreas(figures, period, width),
            "dots" => DotPlot.Of(figures, period, width),
            "multiples" => SmallMultiples.Of(figures, width),
            "heat" => HeatTable.Of(figures, width),
            "beveridge" => BeveridgeCurve.Of(figures, set(1), figures.Areas[0], width),
            _ => TileMap.Of(figures, period),
        };
    }

    static List<Area> Provinces(ReleaseSnapshot release) => release.Areas.Values.Where(area => area.Level == "province").OrderBy(area => area.Code).ToList();

    static IResult Radar(string format, HttpRequest request, ReleaseReader releases, AnswerCache cache, Scorecards cards, AreaScope scope)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (NotAForm(format) is { } refused) return refused;
        var query = new QueryReader(request, "city", "period", "release", "width");
        var (name, period, width) = (query.Text("city"), query.Period("period"), query.Whole("width", 480, 2400) ?? 640);
        if (name is null) query.Refuse("city", "required", "缺少 city。", "city is required.");
        var pinned = query.OneOf("release", release.Manifest.Name) is not null;
        if (query.Problem is { } problem) return problem;
        if (Finding.City(name!, release) is not { } city) return Finding.UnknownArea(name!, release);
        if (scope.Refusal(city.Code, release) is { } notYours) return notYours;
        if ((period?.Last ?? release.LatestMonth(city.Code)) is not { } month) return Finding.UnknownArea(name!, release);
        var language = RequestLanguage.Of(request.HttpContext);
        return cache.Get($"{release.Key}|radar|{language.Code}|{format}|{city.Code}|{month}|{width}", () =>
            StandardsRadar.Of(cards.Get(release, city, month), release, language, width).File(format)).Send(pinned);
    }
}
