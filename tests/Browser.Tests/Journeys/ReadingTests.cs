using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Browser.Tests.Setup;
using Microsoft.Playwright;

namespace DemoCityAnalytics.Browser.Tests.Journeys;

/// <summary>The ways readers go through the portal, in a real browser, on a desk and on a telephone.</summary>
public sealed class ReadingTests(Chromium chromium, PipelineSite pipeline) : IClassFixture<Chromium>, IClassFixture<PipelineSite>
{
    [ChromiumFact]
    public async Task Expert_GoesFromTheOverviewToTheSourceRows()
    {
        foreach (var width in new[] { 1280, 360 })
        {
            var visit = await Visit.Start(chromium.Browser, pipeline.Site.Address, width);
            await visit.Open("/");
            await visit.Follow("main tbody th a");
            await visit.Follow("a.button");
            Assert.Contains("评估得分表", await visit.Page.TitleAsync(), StringComparison.Ordinal);
            await visit.Follow("table.scorecard a[href*='/indicators/E05']");
            await visit.Follow("main tbody tr:nth-child(2) a[href^='/evidence/']");
            await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("由源数据重新计算，结果与发布值一致");
            await visit.Follow(".formula + p a");
            Assert.EndsWith("/indicators/E05", visit.Page.Url, StringComparison.Ordinal);
        }
    }

    [ChromiumFact]
    public async Task EveryPage_IsReadable_InTheDarkAndInEnglish()
    {
        var city = (await pipeline.Site.Json("/api/v1/cities")).GetProperty("cities")[0].GetProperty("code").GetInt32();
        foreach (var width in new[] { 1280, 360 })
        {
            var visit = await Visit.Start(chromium.Browser, pipeline.Site.Address, width, ColorScheme.Dark, "en");
            foreach (var address in new[]
            {
                "/", "/indicators", "/indicators/E12", $"/cities/{city}", $"/cities/{city}/scorecard", $"/cities/{city}/indicators/E08", $"/cities/{city}/indicators/E01?frequency=year_to_date",
                "/loads", "/login", "/docs/problems", "/docs/problems/unknown-area",
            })
            {
                await visit.Open(address);
                Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
                var (ink, paper) = (await Colour(visit.Page, "color"), await Colour(visit.Page, "backgroundColor"));
                Assert.True(ink > 180 && paper < 60, $"{address} is not dark: text {ink}, background {paper}");
            }
        }
    }

    [ChromiumFact]
    public async Task Keyboard_ReachesTheContentFirst()
    {
        var visit = await Visit.Start(chromium.Browser, pipeline.Site.Address, 1280);
        await visit.Open("/indicators");

        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await visit.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#content", visit.Page.Url, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Catalogue_IsSearchedByForm()
    {
        var visit = await Visit.Start(chromium.Browser, pipeline.Site.Address, 360);
        await visit.Open("/indicators");
        await visit.Page.FillAsync("#q", "劳均公共就业服务经费");
        await visit.Follow("form.filter button");

        await Assertions.Expect(visit.Page.Locator("[role=status]")).ToContainTextAsync("列出 1 项");
        Assert.Equal(1, await visit.Page.Locator("main tbody tr").CountAsync());
    }

    static Task<int> Colour(IPage page, string property) =>
        page.EvaluateAsync<int>($"parseInt(getComputedStyle(document.body).{property}.match(/\\d+/)[0])");
}
