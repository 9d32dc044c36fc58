using System.Globalization;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>The latest figure of one indicator, and how it differs from the period and the year before.</summary>
public sealed record CityFigure(ReleasedIndicator Indicator, Observation Latest, decimal? ChangeBefore, decimal? ChangeYear);

/// <summary>One city: its sentence, what is not on target, and the latest figures.</summary>
public sealed class CityPage(ReleaseReader releases, AreaScope scope, Scorecards cards) : PortalPage(releases)
{
    public Area City { get; private set; } = null!;

    public Scorecard? Card { get; private set; }

    public IReadOnlyList<CityFigure> Lines { get; private set; } = [];

    /// <summary>Indicators that have figures of groups alone.</summary>
    public IReadOnlyList<ReleasedIndicator> OnlyByGroup { get; private set; } = [];

    public IActionResult OnGet(int code)
    {
        if (Finding.City(code.ToString(CultureInfo.InvariantCulture), Release) is not { } city)
            return Finding.UnknownArea(code.ToString(CultureInfo.InvariantCulture), Release);
        if (scope.Refusal(code, Release) is { } refusal) return refusal;
        City = city;
        Title = city.Name;
        Above = [(T["nav.overview"], "/")];
        Card = cards.Latest(Release, city);
        // What models say has its own page.
        var counted = Release.Indicators.Where(indicator => indicator.Header.Model is null).ToList();
        Lines = counted.Select(indicator => Latest(indicator, code)).OfType<CityFigure>().ToList();
        OnlyByGroup = counted.Where(x => Lines.All(line => line.Indicator != x) && Release.Has(x.Code, code)).ToList();
        return Page();
    }

    CityFigure? Latest(ReleasedIndicator indicator, int code)
    {
        var series = Release.Series(indicator.Code, code, indicator.Header.Frequencies[0]);
        if (series.Count == 0) return null;
        var at = series.LastOrDefault(x => x.Value is not null) ?? series[^1];
        var before = series.LastOrDefault(x => x.Id.Period.Last == at.Id.Period.First - 1);
        var year = Release.YearBefore(at.Id);
        return new CityFigure(indicator, at, Difference(at, before), Difference(at, year));
    }

    /// <summary>The difference of the rounded figures, as published changes are; none across a break of the series.</summary>
    internal static decimal? Difference(Observation at, Observation? before) =>
        at is { Value: { } now, Status: not ObservationStatus.Break } && before?.Value is { } then ? now - then : null;
}
