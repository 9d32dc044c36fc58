using System.Net;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Api.Tests.Rounds;
using DemoCityAnalytics.Browser.Tests.Setup;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace DemoCityAnalytics.Browser.Tests.Journeys;

/// <summary>Journeys of those who judge and of those who read, on figures that the product computed from files.</summary>
public sealed partial class ExpertJourneyTests(Chromium chromium, PipelineSite pipeline, ITestOutputHelper output) : IClassFixture<Chromium>, IClassFixture<PipelineSite>
{
    /// <summary>W3 and W4: from the sheet to rows in doubt and fifteen drawn; and twenty-five items scored that are there on another machine.</summary>
    [ChromiumFact]
    public async Task Expert_GoesDownToTheRows_AndScoresWithoutLosingAnything()
    {
        await using var review = await CheckedRound.Start(pipeline);
        var (site, sheet) = (review.Site, review.Sheet);

        var expert = new Keyboard(await site.LogIn(chromium, "office", sheet));
        await expert.Follow("tr[id='S5.3-E01'] a[href*='/rows?item=']");
        await expert.Press("input[name=record]");
        await expert.Type("#reason", "入职日期与参保日期相差一年");
        await expert.Follow("form[action*='handler=Doubt'] button");
        await Assertions.Expect(expert.Page.Locator("a[href$='-doubts']")).ToContainTextAsync("1条");
        await expert.Follow("a[href*='/samples?item=']");
        await expert.Type("#seed", "20250111");
        await expert.Follow("form[action='?handler=Draw'] button");
        Assert.Equal(15, await expert.Page.Locator("table.calls tbody tr").CountAsync());
        JourneyLog.Note(output, "W3", $"{expert.Clicks} clicks", "8 clicks");
        Assert.InRange(expert.Clicks, 1, 8);

        const int scored = 25;
        var scoring = await site.LogIn(chromium, "office", sheet);
        await scoring.Page.EvaluateAsync("document.querySelectorAll('.enter details').forEach(x => x.open = true)");
        var items = await scoring.Page.Locator("tr[data-item]:has([name^='entered.'])").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.item)");
        Assert.True(items.Length >= scored, $"The sheet has {items.Length} items to score.");
        var typing = new Keyboard(scoring);
        foreach (var item in items.Take(scored))
        {
            await typing.Type($"[name='entered.{item}']", "0.5");
            await typing.Type($"[name='reason.{item}']", $"查阅{item}材料");
        }
        await scoring.Page.Keyboard.PressAsync("Tab");
        // Points and reason are saved one after the other: the second has its answer when every version is 2.
        foreach (var item in items.Take(scored)) await Assertions.Expect(scoring.Page.Locator($"[name='version.{item}']")).ToHaveValueAsync("2", new() { Timeout = 120_000 });
        await scoring.Page.Context.CloseAsync();

        var elsewhere = await site.LogIn(chromium, "office", sheet, 360);
        foreach (var item in items.Take(scored))
            Assert.Equal(("0.5", $"查阅{item}材料"), (await elsewhere.Page.InputValueAsync($"[name='entered.{item}']"), await elsewhere.Page.InputValueAsync($"[name='reason.{item}']")));
        JourneyLog.Note(output, "W4", $"0 of {scored} lost", "0 lost");
    }

    /// <summary>W6: a program asks for what changed, and again.</summary>
    [ChromiumFact]
    public async Task Portal_PullsChangesOnly()
    {
        using var portal = pipeline.Site.Client();
        const string changes = "/api/v1/observations?indicator=E05&frequency=month&updatedAfter=2020-01-01T00:00:00Z";
        using var first = await portal.GetAsync(changes);
        using var request = new HttpRequestMessage(HttpMethod.Get, changes);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await portal.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, 0), (first.StatusCode, second.StatusCode, (await second.Content.ReadAsByteArrayAsync()).Length));
        JourneyLog.Note(output, "W6", "2 calls, 304", "2 calls, 304");
    }

    /// <summary>W12: the same figures in English, with words to cite them by.</summary>
    [ChromiumFact]
    public async Task Academic_ReadsTheSameFiguresInEnglish()
    {
        var listed = (await pipeline.Site.Json("/api/v1/cities")).GetProperty("cities")[0];
        var (city, name) = (listed.GetProperty("code").GetInt32(), listed.GetProperty("name").GetString()!);
        var release = (await pipeline.Site.Json("/api/v1/releases/current")).GetProperty("release").GetProperty("name").GetString()!;
        var read = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var visit = await Visit.Start(chromium.Browser, pipeline.Site.Address, 1280, language: language);
            await visit.Open($"/cities/{city}/indicators/E05?frequency=month");
            read[language] = await visit.Page.Locator("td.strong .cell").AllInnerTextsAsync();
            await Assertions.Expect(visit.Page.Locator(".cite")).ToContainTextAsync(release);
            await Assertions.Expect(visit.Page.Locator(".cite")).ToContainTextAsync(language == "en" ? "Synthetic data" : "合成数据");
            // Areas have their official names in both languages.
            if (language == "en") Assert.DoesNotMatch(Untranslated(), (await visit.Page.Locator("main table").First.InnerTextAsync()).Replace(name, "", StringComparison.Ordinal));
        }
        Assert.NotEmpty(read["en"]);
        Assert.Equal(read["zh-CN"], read["en"]);
        JourneyLog.Note(output, "W12", $"{read["en"].Count} figures equal", "parity, citation");
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Untranslated();
}
