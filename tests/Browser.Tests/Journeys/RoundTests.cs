using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Api.Tests.Rounds;
using DemoCityAnalytics.Browser.Tests.Accessibility;
using DemoCityAnalytics.Browser.Tests.Setup;
using Microsoft.Playwright;

namespace DemoCityAnalytics.Browser.Tests.Journeys;

/// <summary>The programme in a real browser: an application walked to a score, and every page of a round on a desk and on a telephone.</summary>
public sealed class RoundTests(Chromium chromium) : IClassFixture<Chromium>
{
    const string Round = "/rounds/" + RoundSite.Round;

    [ChromiumFact]
    public async Task Application_IsWalkedToAScore()
    {
        await using var site = await RoundSite.Start();
        await ProgrammeScript.Open(site);

        var clerk = await site.LogIn(chromium, "city-sjz");
        await clerk.Follow("nav a[href='/rounds']");
        await clerk.Follow("main tbody th a");
        await clerk.Follow("a.button");
        await clerk.Page.FillAsync("#situation", "本市公共就业创业服务体系覆盖城乡。");
        await Assertions.Expect(clerk.Page.Locator("#situation-count")).ToContainTextAsync("17 字，还可写 1483 字");
        await clerk.Page.Locator("textarea[name=text]").First.FillAsync("城镇登记失业率控制在3.40%以内");
        foreach (var (field, value) in new[] { ("leader-name", "示例局领导"), ("leader-telephone", "0311-0000000"), ("contact-name", "示例联系人"), ("contact-telephone", "0311-0000001") })
            await clerk.Page.FillAsync($"#{field}", value);
        await clerk.Follow("form[data-count] button");
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("未量化：没有对应的指标");
        await clerk.Page.Locator("select[name=indicator]").First.SelectOptionAsync("E05");
        await clerk.Page.Locator("input[name=baseline]").First.FillAsync("3.6");
        await clerk.Page.Locator("input[name=target]").First.FillAsync("3.4");
        await clerk.Page.Locator("select[name=better]").First.SelectOptionAsync("Lower");
        await clerk.Page.Locator("input[name=due]").First.FillAsync("2024-12-31");
        await clerk.Follow("button[formaction='?handler=Confirm']");
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("市级已确认");

        var province = await site.LogIn(chromium, "hebei");
        await province.Open($"{Round}/applications/130100");
        await province.Page.FillAsync("#p-name", "示例省级联系人");
        await province.Page.FillAsync("#p-telephone", "0311-0000002");
        await province.Follow("form[action='?handler=Accept'] button");
        await Assertions.Expect(province.Page.Locator("main")).ToContainTextAsync("省级已确认");

        site.Clock.Day = new DateOnly(2024, 4, 1);
        var first = await site.LogIn(chromium, "ministry-1");
        await first.Open(Round);
        await first.Follow("form[action='?handler=Close'] button");
        await Assertions.Expect(first.Page.Locator("li[aria-current=step]")).ToContainTextAsync("推动创建");
        // A login lasts hours, the programme months.
        clerk = await site.LogIn(chromium, "city-sjz");
        await clerk.Open($"{Round}/cities/130100/papers");
        await clerk.Page.SelectOptionAsync("#item", "S5.2-M");
        await clerk.Page.FillAsync("#kind", "典型经验材料");
        await clerk.Page.FillAsync("#title", "典型经验");
        await clerk.Page.FillAsync("#datedOn", "2024-04-01");
        await clerk.Page.SetInputFilesAsync("#file", new FilePayload { Name = "典型经验.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });
        await clerk.Follow("form[action='?handler=Attach'] button");
        await Assertions.Expect(clerk.Page.Locator("tr[id='S5.2-M']")).ToContainTextAsync("齐全");

        site.Clock.Day = new DateOnly(2024, 10, 15);
        first = await site.LogIn(chromium, "ministry-1");
        await first.Open(Round);
        await first.Page.FillAsync("#month", "2024-09");
        await first.Follow("button[formaction='?handler=ProposeFreeze']");
        var second = await site.LogIn(chromium, "ministry-2");
        await second.Open(Round);
        await second.Page.FillAsync("#month", "2024-09");
        await second.Follow("button[formaction='?handler=Freeze']");
        await Assertions.Expect(second.Page.Locator("li[aria-current=step]")).ToContainTextAsync("省级初审");

        // The draft is kept as each field is left, and is there on another machine.
        province = await site.LogIn(chromium, "hebei");
        await province.Open($"{Round}/cities/130100");
        await province.Page.FillAsync("[name='entered.S5.2-M']", "24.5");
        await province.Page.FillAsync("[name='reason.S5.2-M']", "经验可推广");
        await province.Page.Locator("[name='reason.S5.2-M']").BlurAsync();
        await Assertions.Expect(province.Page.Locator("tr[id='S5.2-M']")).ToContainTextAsync("草稿已保存", new() { Timeout = 60_000 });
        var elsewhere = await site.LogIn(chromium, "hebei", width: 360);
        await elsewhere.Open($"{Round}/cities/130100");
        await Assertions.Expect(elsewhere.Page.Locator("[name='reason.S5.2-M']")).ToHaveValueAsync("经验可推广", new() { Timeout = 60_000 });
        await elsewhere.Follow("button[formaction='?handler=Submit']");
        await Assertions.Expect(elsewhere.Page.Locator(".lead")).ToContainTextAsync("省评 84.5 分");
    }

    /// <summary>From the frozen figures to the withdrawn title: each key step where its office does it, the objection on a telephone and without an account.</summary>
    [ChromiumFact]
    public async Task Programme_IsWalkedFromTheFreezeToTheRevocation()
    {
        await using var site = await RoundSite.Start();
        await ProgrammeScript.Apply(site);
        await ProgrammeScript.Create(site);
        site.Clock.Day = new DateOnly(2024, 10, 15);
        var first = await site.LogIn(chromium, "ministry-1");
        await first.Open(Round);
        await first.Page.FillAsync("#month", "2024-07");
        await first.Follow("button[formaction='?handler=ProposeFreeze']");
        await Assertions.Expect(first.Page.Locator(".waiting")).ToContainTextAsync("2024-07");
        // The same person cannot confirm what they proposed.
        await first.Page.FillAsync("#month", "2024-07");
        await first.FollowRefused("button[formaction='?handler=Freeze']");
        await Assertions.Expect(first.Page.Locator(".refused")).ToContainTextAsync("须由两人办理");
        var second = await site.LogIn(chromium, "ministry-2");
        await second.Open(Round);
        await second.Page.FillAsync("#month", "2024-07");
        await second.Follow("button[formaction='?handler=Freeze']");
        await Assertions.Expect(second.Page.Locator("li[aria-current=step]")).ToContainTextAsync("省级初审");
        foreach (var (office, city, entered) in new[] { ("hebei", 130100, 28m), ("hebei", 130200, 20m), ("sichuan", 510100, 26m) })
        {
            await site.As(office).Put($"/cities/{city}/scores/S5.2-M", new { entered, reason = "查阅材料" });
            await site.As(office).Put($"/cities/{city}/scores/S5.4-M", new { entered = 1, reason = "1件" });
            await site.As(office).Post($"/cities/{city}/submission");
        }

        var province = await site.LogIn(chromium, "hebei");
        await province.Open($"/provinces/130000/ranking?round={RoundSite.Round}");
        await Assertions.Expect(province.Page.Locator("table.ranking tbody tr").First).ToContainTextAsync("石家庄市");
        await province.Follow("form[action='?handler=Recommend'] button");
        await province.Follow("form[action='?handler=Publicise'] button");
        await site.As("sichuan").Post("/provinces/510000/recommendation", new { cities = new[] { 510100 }, reason = "" });
        await site.As("sichuan").Post("/provinces/510000/publicity", new { firstDay = "2024-10-15", lastDay = "2024-10-21" });

        var citizen = await Visit.Start(chromium.Browser, site.Site.Address, 360);
        await citizen.Open($"{Round}/publicity");
        await citizen.Page.FillAsync("#subject", "网点数量存疑");
        await citizen.Page.FillAsync("#text", "两处网点已停止服务。");
        await citizen.Follow("form[action='?handler=Object'] button");
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("2024-R1-13-001");
        province = await site.LogIn(chromium, "hebei");
        await province.Open($"{Round}/objections");
        await Assertions.Expect(province.Page.Locator("blockquote")).ToContainTextAsync("两处网点已停止服务");
        await province.Page.FillAsync("textarea[name=handling]", "实地核查网点与台账一致");
        await province.Follow("button[value=NotUpheld]");

        site.Clock.Day = new DateOnly(2024, 10, 22);
        first = await site.LogIn(chromium, "ministry-1");
        await first.Open(Round);
        await first.Follow("form[action='?handler=Start'] button");
        await Assertions.Expect(first.Page.Locator("li[aria-current=step]")).ToContainTextAsync("部级评估");
        foreach (var (city, points) in new[] { (130100, "27"), (510100, "25") })
        {
            await first.Open($"{Round}/cities/{city}");
            foreach (var (item, entered) in new[] { ("S5.2-M", points), ("S5.4-M", "1") })
            {
                await first.Page.FillAsync($"[name='entered.{item}']", entered);
                await first.Page.FillAsync($"[name='reason.{item}']", "查阅材料并实地核对");
            }
            await first.Follow("button[formaction='?handler=Submit']");
            await Assertions.Expect(first.Page.Locator(".lead")).ToContainTextAsync("部评");
        }
        await first.Open(Round);
        foreach (var city in new[] { 130100, 510100 }) await first.Page.CheckAsync($"input[name=cities][value='{city}']");
        await first.Follow("form[action='?handler=List'] button");
        await first.Follow("form[action='?handler=Publicise'] button");

        site.Clock.Day = new DateOnly(2024, 10, 29);
        first = await site.LogIn(chromium, "ministry-1");
        await first.Open(Round);
        await first.Follow("button[formaction='?handler=ProposeDesignation']");
        second = await site.LogIn(chromium, "ministry-2");
        await second.Open(Round);
        await Assertions.Expect(second.Page.Locator(".waiting")).ToContainTextAsync("石家庄市、成都市");
        await second.Follow("button[formaction='?handler=Designate']");
        await Assertions.Expect(second.Page.Locator("li[aria-current=step]")).ToContainTextAsync("监督管理");
        await second.Open($"{Round}/designation");
        await Assertions.Expect(second.Page.Locator("table tbody tr").First).ToContainTextAsync("城镇登记失业率：认定时 3.16%，2024年8月以来连续 2 期下滑");

        await second.Page.FillAsync("#r-reason", "已达不到创建标准");
        await second.Follow("button[formaction='?handler=ProposeRevocation']");
        await first.Open($"{Round}/designation");
        await Assertions.Expect(first.Page.Locator("#r-reason")).ToHaveValueAsync("已达不到创建标准");
        await first.Follow("button[formaction='?handler=Revoke']");
        await Assertions.Expect(first.Page.Locator("table tbody tr").First).ToContainTextAsync("撤销命名");
    }

    [ChromiumFact]
    public async Task EveryPageOfARound_IsReadable_OnDeskAndTelephone()
    {
        await using var site = await RoundSite.Start();
        await ProgrammeScript.Apply(site);
        await ProgrammeScript.Create(site);
        await ProgrammeScript.Freeze(site);
        await Look(site, "hebei", ["", "/applications/130100", "/cities/130100", "/cities/130100/papers", "/cities/130100/progress", "/cities/130100/samples", "/provinces/130000"]);
        await ProgrammeScript.Review(site);
        await ProgrammeScript.Recommend(site);
        await ProgrammeScript.Evaluate(site);
        await Look(site, "ministry-1", ["", "/cities/130100", "/provinces/130000"]);
        await ProgrammeScript.Designate(site);
        await Look(site, "ministry-1", ["", "/publicity", "/objections", "/designation"]);
    }

    Task Look(RoundSite site, string name, IReadOnlyList<string> pages) =>
        Matrix.Walk((width, scheme, language) => site.LogIn(chromium, name, "/", width, scheme, language), [.. pages.Select(page => Round + page)]);
}
