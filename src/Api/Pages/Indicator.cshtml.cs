using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>One indicator: definition, formula as it ran, clauses, basis, caveats, version.</summary>
public sealed class IndicatorPage(ReleaseReader releases) : PortalPage(releases)
{
    public ReleasedIndicator Indicator { get; private set; } = null!;

    public IActionResult OnGet(string code)
    {
        if (Release.FindIndicator(code) is not { } found) return Finding.UnknownIndicator(code, Release);
        Indicator = found;
        Title = Language.Of(found.Header.Name);
        Above = [(T["nav.indicators"], "/indicators")];
        return Page();
    }
}
