using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Api.Tests.Rounds;
using DemoCityAnalytics.Browser.Tests.Setup;
using Microsoft.Playwright;

namespace DemoCityAnalytics.Browser.Tests.Journeys;

static class LoggingIn
{
    /// <summary>A visit that has logged in under a name and stands on the page asked for.</summary>
    public static async Task<Visit> LogIn(this RoundSite site, Chromium chromium, string name, string to = "/", int width = 1280, ColorScheme scheme = ColorScheme.Light, string language = "zh-CN")
    {
        var visit = await Visit.Start(chromium.Browser, site.Site.Address, width, scheme, language);
        await visit.Open("/login?ReturnUrl=" + Uri.EscapeDataString(to));
        await visit.Page.FillAsync("#name", name);
        await visit.Page.FillAsync("#password", ClosedSite.Password);
        await visit.Follow(".login button");
        return visit;
    }
}
