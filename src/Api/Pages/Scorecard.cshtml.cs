using System.Globalization;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>A city's figures against their targets, by the five standards.</summary>
public sealed class ScorecardPage(ReleaseReader releases, AreaScope scope, Scorecards cards) : PortalPage(releases)
{
    public Scorecard Card { get; private set; } = null!;

    /// <summary>Months that can be judged, the latest first.</summary>
    public IReadOnlyList<Month> Months { get; private set; } = [];

    public IActionResult OnGet(int code)
    {
        if (Finding.City(code.ToString(CultureInfo.InvariantCulture), Release) is not { } city)
            return Finding.UnknownArea(code.ToString(CultureInfo.InvariantCulture), Release);
        if (scope.Refusal(code, Release) is { } refusal) return refusal;
        // Frozen figures and the scores of persons belong to a round, and are shown there.
        if (Request.Query["round"].ToString() is { Length: > 0 } round) return Redirect(string.Create(CultureInfo.InvariantCulture, $"/rounds/{Uri.EscapeDataString(round)}/cities/{code}"));
        var query = new QueryReader(Request, "period");
        var period = query.Period("period");
        if (query.Problem is { } problem) return problem;
        if (Release.LatestMonth(code) is not { } latest) return Finding.UnknownArea(city.Name, Release);
        Months = Enumerable.Range(0, EarliestTo(latest, code) + 1).Select(back => latest - back).ToList();
        Card = cards.Get(Release, city, period?.Last ?? latest);
        Title = T["scorecard.title", city.Name];
        Above = [(T["nav.overview"], "/"), (city.Name, string.Create(CultureInfo.InvariantCulture, $"/cities/{code}"))];
        return Page();
    }

    int EarliestTo(Month latest, int code) => latest - Release.Indicators
        .SelectMany(x => Release.Observations(x.Code, code)).Where(x => x.Value is not null).Select(x => x.Id.Period.Last).DefaultIfEmpty(latest).Min();
}
