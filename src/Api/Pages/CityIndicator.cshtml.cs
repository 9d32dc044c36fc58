using System.Globalization;
using System.Numerics;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Models;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>The members of one dimension in one period.</summary>
public sealed record BreakdownTable(string Dimension, Period Period, IReadOnlyList<Observation> Members);

/// <summary>One indicator in one area: series with target path, values, breakdowns of the latest period.</summary>
public sealed class CityIndicatorPage(ReleaseReader releases) : PortalPage(releases)
{
    public Area City { get; private set; } = null!;
    public ReleasedIndicator Indicator { get; private set; } = null!;
    public Frequency Frequency { get; private set; }
    public string Variant { get; private set; } = "";
    public string Unit { get; private set; } = "";
    public int Decimals { get; private set; }
    public ChartModel Chart { get; private set; } = null!;

    /// <summary>What a model expects of the coming months, drawn beside the figures and never one of them; null where there is none.</summary>
    public SeriesOutlook? Outlook { get; private set; }

    /// <summary>The latest period that has a value.</summary>
    public Observation? Latest { get; private set; }

    /// <summary>All periods, the latest first.</summary>
    public IReadOnlyList<CityFigure> Lines { get; private set; } = [];

    public IReadOnlyList<BreakdownTable> Breakdowns { get; private set; } = [];

    public IActionResult OnGet(int code, string indicator)
    {
        if (Finding.Area(code.ToString(CultureInfo.InvariantCulture), Release) is not { } area)
            return Finding.UnknownArea(code.ToString(CultureInfo.InvariantCulture), Release);
        if (Release.FindIndicator(indicator) is not { } found) return Finding.UnknownIndicator(indicator, Release);
        var query = new QueryReader(Request, "frequency", "variant");
        var header = found.Header;
        Frequency = query.OneOf<Frequency>("frequency") ?? header.Frequencies[0];
        Variant = query.OneOf("variant", [.. header.Variants.Select(v => v.Id)]) ?? "";
        if (query.Problem is { } problem) return problem;

        (City, Indicator) = (area, found);
        (Unit, Decimals) = ObservationView.Shape(header, Variant);
        Title = Language.Of($"{area.Name}{header.Name.Zh}", $"{header.Name.En}, {area.Name}");
        Above = [(T["nav.overview"], "/"), (area.Name, string.Create(CultureInfo.InvariantCulture, $"/cities/{code}"))];
        Chart = ChartModel.Of(Release, new ChartRequest(found, [area], Frequency, Variant, null, null, 0, 0), Language);
        if (Frequency == Frequency.Month && Variant.Length == 0 && SeriesOutlook.Of(Release, found.Code, code) is { } outlook)
            (Outlook, Chart) = (outlook, Chart.With(outlook, T["forecast.line"]));
        // Months for which this area has no figure of any kind yet are left to come, not listed as missing.
        var latestMonth = header.Model is null ? Release.LatestMonth(code) : null;
        var series = Release.Series(found.Code, code, Frequency, Variant).Where(x => latestMonth is null || x.Id.Period.Last <= latestMonth).ToList();
        Latest = series.LastOrDefault(x => x.Value is not null);
        Lines = series.Select((x, i) => new CityFigure(
            found, x,
            CityPage.Difference(x, i > 0 && JoinsTo(x, series[i - 1]) ? series[i - 1] : null),
            CityPage.Difference(x, Release.YearBefore(x.Id)))).Reverse().ToList();
        Breakdowns = (Latest?.Id.Period ?? LatestOfGroups()) is { } period ? BreakdownsIn(period) : [];
        return Page();
    }

    /// <summary>How the series is cited: what, where, from which release and when, and that it is synthetic where it is.</summary>
    public string Citation => T["cite.text", Title, T["frequency." + Frequency], Release.Manifest.Name, FigureText.Of(Release.Manifest.PublishedAt, Language),
        string.Create(CultureInfo.InvariantCulture, $"{Request.Scheme}://{Request.Host}/cities/{City.Code}/indicators/{Indicator.Code}?frequency={QueryReader.Snake(Frequency.ToString())}"), Release.Manifest.Synthetic ? T["cite.synthetic"] : ""];

    public string File(string format) => string.Create(CultureInfo.InvariantCulture,
        $"/api/v1/charts/indicator.{format}?indicator={Indicator.Code}&city={City.Code}&frequency={QueryReader.Snake(Frequency.ToString())}{(Variant.Length == 0 ? "" : "&variant=" + Variant)}&release={Release.Manifest.Name}");

    public string Query(string format) => string.Create(CultureInfo.InvariantCulture,
        $"/api/v1/observations?indicator={Indicator.Code}&city={City.Code}&frequency={QueryReader.Snake(Frequency.ToString())}&variant={(Variant.Length == 0 ? "main" : Variant)}&format={format}");

    /// <summary>Bars of the groups, for indicators that have figures of groups alone.</summary>
    internal DrawnChart? Groups(double width) => IndicatorChart.GroupsOf(Release, new ChartRequest(Indicator, [City], Frequency, Variant, null, null, (int)width, 0), Language);

    public static string Part(BigInteger? part) => part?.ToString("N0", CultureInfo.InvariantCulture) ?? FigureText.None;

    // A cumulative figure of January is not a change from December's.
    static bool JoinsTo(Observation x, Observation before) =>
        before.Id.Period.Last == x.Id.Period.LastOfPrevious && !(x.Id.Period.Frequency == Frequency.YearToDate && x.Id.Period.Last.MonthOfYear == 1);

    // Some indicators have figures of groups alone (求人倍率 by occupation): then the latest period of any group is shown.
    Period? LatestOfGroups() => Release.Observations(Indicator.Code, City.Code)
        .Where(x => x.Id.Period.Frequency == Frequency && x.Id.Variant == Variant && x.Value is not null)
        .Select(x => (Period?)x.Id.Period).OrderBy(period => period!.Value.Last).LastOrDefault();

    List<BreakdownTable> BreakdownsIn(Period period) => Release.Observations(Indicator.Code, City.Code)
        .Where(x => x.Id.Period == period && x.Id.Variant == Variant && x.Id.Breakdown.Length > 0)
        .GroupBy(x => x.Id.Breakdown, StringComparer.Ordinal)
        .Select(g => new BreakdownTable(g.Key, period, g.OrderBy(x => x.Id.Member.Length).ThenBy(x => x.Id.Member, StringComparer.Ordinal).ToList()))
        .ToList();
}
