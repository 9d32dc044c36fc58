using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>A city's series with what was answered for each period at each publication.</summary>
public sealed class VintagesPage(ReleaseReader releases) : PortalPage(releases)
{
    public Area City { get; private set; } = null!;
    public ReleasedIndicator Indicator { get; private set; } = null!;
    public Frequency Frequency { get; private set; }
    public string Variant { get; private set; } = "";
    public string Unit { get; private set; } = "";
    public int Decimals { get; private set; }
    public RevisionTriangle Triangle { get; private set; } = null!;

    public IActionResult OnGet(string indicator, int code)
    {
        var (asked, problem) = VintageFiles.Find(Release, indicator, code, Request);
        if (asked is null) return problem!;
        (City, Indicator, Frequency, Variant, Triangle) = (asked.City, asked.Indicator, asked.Frequency, asked.Variant, asked.Triangle);
        (Unit, Decimals) = ObservationView.Shape(Indicator.Header, Variant);
        Title = T["vintages.title", City.Name, Language.Of(Indicator.Header.Name)];
        Above = [(T["nav.overview"], "/"), (City.Name, string.Create(CultureInfo.InvariantCulture, $"/cities/{code}")), (Language.Of(Indicator.Header.Name), string.Create(CultureInfo.InvariantCulture, $"/cities/{code}/indicators/{Indicator.Code}"))];
        return Page();
    }

    /// <summary>The same as a file.</summary>
    public string File(string form) => string.Create(CultureInfo.InvariantCulture, $"/vintages/{Indicator.Code}/{City.Code}.{form}{Request.QueryString}");
}
