using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Browser.Tests.Journeys;
using DemoCityAnalytics.Browser.Tests.Setup;
using Microsoft.Playwright;

namespace DemoCityAnalytics.Browser.Tests.Accessibility;

/// <summary>
/// Every page under axe, in light and dark, on a desk and on a telephone, in both languages. A few of these together cover each choice; with
/// <c>DCA_MATRIX=all</c> every combination is gone through (tests/browser/matrix.sh).
/// </summary>
public sealed class AccessibilityTests(Chromium chromium, PipelineSite pipeline) : IClassFixture<Chromium>, IClassFixture<PipelineSite>
{
    static readonly (int Width, ColorScheme Scheme, string Language)[] All =
        [.. from width in new[] { 1280, 360 } from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } from language in new[] { "zh-CN", "en" } select (width, scheme, language)];

    static readonly bool Whole = Environment.GetEnvironmentVariable("DCA_MATRIX") == "all";

    [ChromiumFact]
    public async Task EveryPage_HasNoFaultThatAxeFinds()
    {
        var looked = 0;
        var faults = new List<string>();
        foreach (var (width, scheme, language) in Whole ? All : [(1280, ColorScheme.Light, "zh-CN"), (360, ColorScheme.Dark, "en")])
        {
            var visit = await Visit.Start(chromium.Browser, pipeline.Site.Address, width, scheme, language);
            foreach (var address in await Pages())
            {
                await visit.Open(address);
                faults.AddRange(await visit.Faults());
                looked++;
            }
            await visit.Page.Context.CloseAsync();
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        if (Whole) await File.WriteAllTextAsync(Environment.GetEnvironmentVariable("DCA_MATRIX_FILE")!, $"{looked} pages without a violation or an open question");
    }

    [ChromiumFact]
    public async Task EveryPage_SaysTheSameWithoutScript()
    {
        var with = await Visit.Start(chromium.Browser, pipeline.Site.Address, 1280);
        var without = await Visit.Start(chromium.Browser, pipeline.Site.Address, 1280, script: false);
        foreach (var address in await Pages())
        {
            await with.Page.GotoAsync(pipeline.Site.Address + address);
            await without.Page.GotoAsync(pipeline.Site.Address + address);
            Assert.Equal(await with.Page.Locator("main").InnerTextAsync(), await without.Page.Locator("main").InnerTextAsync());
        }
    }

    [ChromiumFact]
    public async Task Scorecard_IsLight()
    {
        var visit = await Visit.Start(chromium.Browser, pipeline.Site.Address, 360);
        var loaded = new List<IRequest>();
        visit.Page.RequestFinished += (_, request) => loaded.Add(request);
        await visit.Open($"/cities/{await City()}/scorecard");

        var bytes = 0;
        foreach (var request in loaded) bytes += (await request.SizesAsync()).ResponseBodySize;

        Assert.InRange(bytes, 1, 30 * 1024);
        Assert.True(loaded.Count <= 4, string.Join(", ", loaded.Select(x => x.Url)));
    }

    async Task<int> City() => (await pipeline.Site.Json("/api/v1/cities")).GetProperty("cities")[0].GetProperty("code").GetInt32();

    async Task<IReadOnlyList<string>> Pages()
    {
        var city = await City();
        var figure = (await pipeline.Site.Json($"/api/v1/observations?indicator=E05&city={city}&frequency=quarter")).GetProperty("observations")[0].GetProperty("figureId").GetString();
        return
        [
            "/", "/indicators", "/indicators?q=失业", "/indicators/E05", "/indicators/E12", $"/cities/{city}", $"/cities/{city}/scorecard", $"/cities/{city}/scorecard?open=S5.3-E05", "/quality", $"/quality?city={city}", $"/cities/{city}/market",
            $"/cities/{city}/indicators/E08", $"/cities/{city}/indicators/E01?frequency=year_to_date", $"/cities/{city}/indicators/E05", $"/evidence/{figure}",
            "/compare", "/data", "/docs/api", "/loads", "/login", "/docs/problems", "/docs/problems/unknown-area", "/rounds",
        ];
    }
}
