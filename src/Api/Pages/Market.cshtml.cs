using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Reports;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>The quarterly analysis of supply and demand of one city, as a page.</summary>
public sealed class MarketPage(ReleaseReader releases, ReportDesk desk) : PortalPage(releases)
{
    public Area City { get; private set; } = null!;
    public IReadOnlyList<Period> Quarters { get; private set; } = [];
    public Period? Quarter { get; private set; }
    public string Body { get; private set; } = "";

    public IActionResult OnGet(int code)
    {
        var (report, problem) = desk.Find("market", code, HttpContext);
        if (report is null) return problem!;
        City = Release.Areas[code];
        Quarters = Release.Series("E07", code, Frequency.Quarter).Where(x => x.Value is not null).Select(x => x.Id.Period).OrderDescending().ToList();
        Quarter = Quarters.FirstOrDefault(x => report.Name.EndsWith(x.ToString(), StringComparison.Ordinal));
        Title = report.Title;
        Above = [(T["nav.overview"], "/"), (City.Name, string.Create(CultureInfo.InvariantCulture, $"/cities/{code}"))];
        // The page has its heading and mark already.
        Body = ReportHtml.Body(report with { Mark = null }).Replace($"<h1>{Api.Language.Markup.Encode(report.Title)}</h1>", "", StringComparison.Ordinal);
        return Page();
    }
}
