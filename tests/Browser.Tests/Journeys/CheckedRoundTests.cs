using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Api.Tests.Rounds;
using DemoCityAnalytics.Browser.Tests.Setup;
using Microsoft.Playwright;

namespace DemoCityAnalytics.Browser.Tests.Journeys;

/// <summary>A round on figures that the product computed itself from files: the illustrative rules in full, and source rows drawn for telephone calls.</summary>
public sealed class CheckedRoundTests(Chromium chromium, PipelineSite pipeline) : IClassFixture<Chromium>, IClassFixture<PipelineSite>
{
    const string Round = "/rounds/" + RoundSite.Round;

    [ChromiumFact]
    public async Task Province_DrawsASample_AndRecordsTheCalls()
    {
        await using var review = await CheckedRound.Start(pipeline);
        var (site, sheet) = (review.Site, review.Sheet);

        var visit = await site.LogIn(chromium, "office");
        await visit.Open(sheet);
        Assert.True(await visit.Page.Locator("table.sheet tbody tr").CountAsync() > 60, "The illustrative rules have more than 60 items.");
        await visit.Open(sheet + "/progress");
        await visit.Open(sheet + "/papers");
        await visit.Open(sheet + "/samples");
        await visit.Page.SelectOptionAsync("#item", "S5.3-E01");
        await visit.Page.FillAsync("#size", "10");
        await visit.Page.FillAsync("#seed", "20250111");
        await visit.Follow("form[action='?handler=Draw'] button");
        Assert.Equal(10, await visit.Page.Locator("table.calls tbody tr").CountAsync());
        await Assertions.Expect(visit.Page.Locator("table.calls tbody tr").First).ToContainTextAsync("employment_registration/");
        for (var line = 1; line <= 10; line++)
            await visit.Page.SelectOptionAsync($"[name='result.{line}']", line == 10 ? "Unreachable" : "Confirmed");
        await visit.Follow("form[action='?handler=Record'] button");
        await Assertions.Expect(visit.Page.Locator(".lead")).ToContainTextAsync("抽查10条，联系上9条，核实9条（100.00%）");

        var telephone = await site.LogIn(chromium, "office", width: 360);
        foreach (var page in new[] { "", "/progress", "/papers", "/samples" }) await telephone.Open(sheet + page);
        await telephone.Open($"{Round}/provinces/{review.Province}");
    }
}
