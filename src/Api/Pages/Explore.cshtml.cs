using System.Globalization;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>One indicator as the explorer shows it: a chart and the table of the same numbers.</summary>
public sealed record ExploredIndicator(ReleasedIndicator Indicator, ChartModel Chart);

/// <summary>One or two indicators in areas of the reader's choice, over time and by group; the whole choice is in the address.</summary>
public sealed class ExplorePage(ReleaseReader releases) : PortalPage(releases)
{
    const string First = "E05";
    const string Line = "line";
    const string Column = "column";

    public static readonly string[] Kinds = [Line, Column];

    /// <summary>Lines that a chart holds; the table has all.</summary>
    public static int Drawn => ChartColours.Series;

    public ReleasedIndicator Indicator { get; private set; } = null!;
    public ReleasedIndicator? With { get; private set; }
    public IReadOnlyList<Area> Areas { get; private set; } = [];
    public Frequency Frequency { get; private set; }
    public Period? From { get; private set; }
    public Period? To { get; private set; }
    public string? By { get; private set; }
    public string Kind { get; private set; } = Line;
    public IReadOnlyList<ExploredIndicator> Shown { get; private set; } = [];

    public bool Columns => Kind == Column;
    public string AreaText => Language.List(Areas.Select(area => area.Name));

    public IActionResult OnGet()
    {
        var query = new QueryReader(Request, "ind", "with", "areas", "frequency", "from", "to", "by", "kind");
        var code = query.Text("ind") ?? (Release.FindIndicator(First) is null ? Release.Indicators[0].Code : First);
        if (Release.FindIndicator(code) is not { } indicator) return Finding.UnknownIndicator(code, Release);
        var beside = query.Text("with") is { } other ? Release.FindIndicator(other) : null;
        if (beside is null && query.Text("with") is { } unknown) return Finding.UnknownIndicator(unknown, Release);
        var areas = new List<Area>();
        foreach (var name in query.List("areas").SelectMany(x => x.Split('、', '，', ' ')).Where(x => x.Length > 0))
            if (Finding.Area(name, Release) is { } area) areas.Add(area);
            else return Finding.UnknownArea(name, Release);
        if (areas.Count > Drawn) query.Refuse("areas", "count", $"地区不超过 {Drawn} 个。", $"Up to {Drawn} areas can be shown together.");
        // What was kept from another indicator's form may be something that this one does not have.
        var asked = query.OneOf<Frequency>("frequency");
        Frequency = asked is { } wanted && indicator.Header.Frequencies.Contains(wanted) ? wanted : indicator.Header.Frequencies[0];
        By = query.Text("by") is { } by && indicator.Header.Dimensions.Contains(by) ? by : null;
        (From, To, Kind) = (query.Period("from"), query.Period("to"), query.OneOf("kind", Kinds) ?? Line);
        if (query.Problem is { } problem) return problem;

        (Indicator, With) = (indicator, beside == indicator ? null : beside);
        if (areas.Count == 0) areas = [.. Release.Cities.Take(By is null ? 3 : 1)];
        Areas = By is null ? areas : areas.Take(1).ToList();
        Shown = new[] { Indicator, With }.OfType<ReleasedIndicator>().Select(Explore).ToList();
        Title = T["explore.title"];
        Above = [(T["nav.overview"], "/")];
        return Page();
    }

    /// <summary>The figures shown, in one of the forms of the API.</summary>
    public string File(ExploredIndicator shown, string format) => string.Create(CultureInfo.InvariantCulture,
        $"/api/v1/observations.{format}?indicator={shown.Indicator.Code}&variant=main&city={AreaCodes}&frequency={QueryReader.Snake(Frequency.ToString())}{Span}{(By is null ? "" : "&breakdown=" + By)}&labels=both");

    public string Picture(ExploredIndicator shown, string format) => string.Create(CultureInfo.InvariantCulture,
        $"/api/v1/charts/indicator.{format}?indicator={shown.Indicator.Code}&city={AreaCodes}&frequency={QueryReader.Snake(Frequency.ToString())}{Span}&release={Release.Manifest.Name}");

    string AreaCodes => string.Join(',', Areas.Select(area => area.Code));

    string Span => $"{(From is { } from ? "&from=" + from : "")}{(To is { } to ? "&to=" + to : "")}";

    ExploredIndicator Explore(ReleasedIndicator indicator) => new(indicator, ChartModel.Of(Release,
        new ChartRequest(indicator, Areas, Frequency, "", From, To, 0, 0) { By = By }, Language));
}
