using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>The files behind the release, with what was accepted and what each rule refused.</summary>
public sealed class LoadsPage(ReleaseReader releases, LoadReports reports) : PortalPage(releases)
{
    // A page that a person reads to its end; the API gives all files.
    const int Listed = 200;

    public IReadOnlyList<RuleCount> Rules { get; private set; } = [];

    public IReadOnlyList<ReleaseInput> Files { get; private set; } = [];

    public void OnGet()
    {
        Title = T["loads.title"];
        Rules = reports.ByRule(Release);
        Files = Release.Inputs.OrderByDescending(x => x.LoadId).Take(Listed).ToList();
    }
}
