using System.Globalization;
using DemoCityAnalytics.Api.Charts.Kinds;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>One city in a comparison: the period, the year before, and its place where one direction is better.</summary>
public sealed record ComparedCity(Area City, Observation? Now, Observation? Then, int? Rank);

/// <summary>One indicator in several cities, as a table and as charts of the same numbers.</summary>
public sealed class ComparePage(ReleaseReader releases) : PortalPage(releases)
{
    const string First = "E05";

    public ReleasedIndicator Indicator { get; private set; } = null!;
    public IReadOnlyList<Period> Periods { get; private set; } = [];
    public Period? Period { get; private set; }
    public string CityText { get; private set; } = "";
    public IReadOnlyList<ComparedCity> Rows { get; private set; } = [];

    internal FigureSet Figures { get; private set; } = null!;

    public IActionResult OnGet()
    {
        var query = new QueryReader(Request, "ind", "period", "cities");
        var code = query.Text("ind") ?? (Release.FindIndicator(First) is null ? Release.Indicators[0].Code : First);
        if (Release.FindIndicator(code) is not { } indicator) return Finding.UnknownIndicator(code, Release);
        var areas = new List<Area>();
        foreach (var name in query.List("cities").SelectMany(x => x.Split('、', '，', ' ')).Where(x => x.Length > 0))
            if (Finding.Area(name, Release) is { } area) areas.Add(area);
            else return Finding.UnknownArea(name, Release);
        var asked = query.Period("period");
        if (query.Problem is { } problem) return problem;
        CityText = Language.List(areas.Select(area => area.Name));
        Indicator = indicator;
        var cities = areas.Count > 0 ? areas : [.. Release.Cities];
        Periods = cities.SelectMany(area => Release.Observations(indicator.Code, area.Code))
            .Where(x => x.Value is not null && x.Id.Variant.Length == 0 && x.Id.Breakdown.Length == 0).Select(x => x.Id.Period).Distinct()
            .OrderByDescending(x => x.Last.Index).ThenBy(x => x.Frequency).ToList();
        // A period kept from another indicator's form may be one that this indicator does not have.
        Period = asked is { } wanted && Periods.Contains(wanted) ? wanted : Periods.Count > 0 ? Periods[0] : null;
        Figures = new FigureSet(Release, indicator, "", Period?.Frequency ?? indicator.Header.Frequencies[0], cities, Language);
        Title = T["compare.title", Language.Of(indicator.Header.Name)];
        Above = [(T["nav.overview"], "/")];
        if (Period is { } period) Rows = Compare(period);
        return Page();
    }

    public string Query(string format) => string.Create(CultureInfo.InvariantCulture,
        $"/api/v1/observations.{format}?indicator={Indicator.Code}&variant=main&city={string.Join(',', Figures.Areas.Select(a => a.Code))}&period={Period},{Period?.YearBefore()}{(format is "json" ? "" : "&labels=both")}");

    public string ChartFile(string kind, string format) => string.Create(CultureInfo.InvariantCulture,
        $"/api/v1/charts/{kind}.{format}?indicator={Indicator.Code}&city={string.Join(',', Figures.Areas.Select(a => a.Code))}&period={Period}&release={Release.Manifest.Name}");

    List<ComparedCity> Compare(Period period)
    {
        var rows = Figures.Areas.Select(city => (City: city, Now: Figures.At(city, period), Then: Figures.YearBefore(city, period))).ToList();
        var better = Indicator.Header.Better;
        // Equal values share a place.
        int? Rank(decimal? value) => value is null || better is not (Direction.Higher or Direction.Lower) ? null
            : 1 + rows.Count(x => better == Direction.Higher ? x.Now?.Value > value : x.Now?.Value < value);
        return rows.Select(x => new ComparedCity(x.City, x.Now, x.Then, Rank(x.Now?.Value))).ToList();
    }
}
