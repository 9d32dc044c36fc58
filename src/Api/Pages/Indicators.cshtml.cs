using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>The catalogue, with search over names, definitions and clauses.</summary>
public sealed class CataloguePage(ReleaseReader releases) : PortalPage(releases)
{
    public string Words { get; private set; } = "";

    public IReadOnlyList<ReleasedIndicator> Indicators { get; private set; } = [];

    public void OnGet(string? q)
    {
        Title = T["catalogue.title"];
        Words = q?.Trim() ?? "";
        Indicators = Endpoints.Indicators.Search(Release, Words).ToList();
    }
}
