using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Api.Tests.Rounds;
using DemoCityAnalytics.Browser.Tests.Journeys;
using DemoCityAnalytics.Browser.Tests.Setup;
using Microsoft.Playwright;

namespace DemoCityAnalytics.Browser.Tests.Accessibility;

/// <summary>Every page that is read without a login under axe; those of a round are looked at in RoundTests, those of offices below.</summary>
public sealed class AccessibilityTests(Chromium chromium, PipelineSite pipeline) : IClassFixture<Chromium>, IClassFixture<PipelineSite>
{
    [ChromiumFact]
    public async Task EveryPage_HasNoFaultThatAxeFinds()
    {
        var pages = await Pages();
        await Matrix.Walk((width, scheme, language) => Visit.Start(chromium.Browser, pipeline.Site.Address, width, scheme, language), pages);
    }

    [ChromiumTheory]
    [InlineData("city-sjz", "/", "/upload", "/leads", "/quality")]
    [InlineData("operator-1", "/upload", "/loads", "/quality", "/rounds")]
    [InlineData("hebei", "/", "/quality?city=130100")]
    public async Task EveryPageOfAnOffice_HasNoFaultThatAxeFinds(string name, params string[] pages)
    {
        await using var site = await RoundSite.Start();
        await Matrix.Walk((width, scheme, language) => site.LogIn(chromium, name, "/", width, scheme, language), pages);
    }

    /// <summary>The chart that script puts in the place of the drawn one shows the table's numbers, and asks nothing of other sites.</summary>
    [ChromiumFact]
    public async Task Explorer_ComesAlive_WithTheNumbersOfItsTable()
    {
        var visit = await Visit.Start(chromium.Browser, pipeline.Site.Address, 1280);
        var loaded = new List<IRequest>();
        visit.Page.RequestFinished += (_, request) => loaded.Add(request);
        await visit.Open($"/explore?ind=E07&with=E05&areas={await City()}");
        await Assertions.Expect(visit.Page.Locator("figure canvas")).ToHaveCountAsync(2);

        var shown = await visit.Page.EvaluateAsync<double[]>("() => echarts.getInstanceByDom(document.querySelector('.drawn-live')).getOption().series.flatMap(x => x.data).filter(x => x !== null)");
        var table = await visit.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('#table-E07 td')].map(x => x.dataset.value).filter(x => x).map(Number).reverse()");
        Assert.NotEmpty(table);
        Assert.Equal(table, shown);
        // The first and the last label stay within the drawing.
        Assert.Equal("left right", await visit.Page.EvaluateAsync<string>("() => { const { alignMinLabel, alignMaxLabel } = echarts.getInstanceByDom(document.querySelector('.drawn-live')).getOption().xAxis[0].axisLabel; return alignMinLabel + ' ' + alignMaxLabel; }"));
        await visit.Page.SelectOptionAsync("#kind", "column");
        await visit.Follow(".filter button");
        Assert.Contains("kind=column", visit.Page.Url, StringComparison.Ordinal);
        var bytes = 0;
        foreach (var request in loaded) bytes += (await request.SizesAsync()).ResponseBodySize;
        Assert.InRange(bytes, 1, 300 * 1024);
        // Lines are told apart by the dashes that the style sheet has.
        await visit.Open($"/explore?ind=E08&areas={await City()}&by=occupation&frequency=quarter");
        Assert.Equal("solid 10,4 3,3 12,3,3,3 6,6 1,4", await visit.Page.EvaluateAsync<string>(
            "() => { const kinds = new Map(echarts.getInstanceByDom(document.querySelector('.drawn-live')).getOption().series.map(x => [x.name, String(x.lineStyle.type)])); return [...kinds.values()].join(' '); }"));
    }

    [ChromiumFact]
    public async Task EveryPage_SaysTheSameWithoutScript()
    {
        var with = await Visit.Start(chromium.Browser, pipeline.Site.Address, 1280);
        var without = await Visit.Start(chromium.Browser, pipeline.Site.Address, 1280, script: false);
        foreach (var address in (await Pages()).Where(address => !address.StartsWith("/explore", StringComparison.Ordinal)))
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
            "/compare", "/data", "/docs/api", "/loads", "/login", "/docs/problems", "/docs/problems/unknown-area", "/rounds", "/help", "/models", $"/vintages/E05/{city}",
            "/explore", $"/explore?ind=E07&with=E05&areas={city}&kind=column", $"/explore?ind=E08&areas={city}&by=occupation&frequency=quarter",
        ];
    }
}
