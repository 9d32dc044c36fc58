using System.Globalization;
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
        var listed = (await pipeline.Site.Json("/api/v1/cities")).GetProperty("cities")[0];
        var (city, month) = (listed.GetProperty("code").GetInt32(), Latest(await pipeline.Site.Json($"/api/v1/cities/{listed.GetProperty("code").GetInt32()}")));
        var province = city / 10_000 * 10_000;
        var day = new DateOnly(month.Year - 1, month.Month, 1);
        await using var site = await RoundSite.Start(folder =>
        {
            foreach (var part in new[] { "releases", "lake" }) RoundSite.Copy(Path.Combine(pipeline.Site.Folder, part), Path.Combine(folder, part));
        }, day, [.. Account(20, "clerk", "City", city), .. Account(21, "office", "Province", province)]);
        await ToReview(site, city, province, day, month);

        var visit = await LogIn(site, "office");
        var sheet = $"{Round}/cities/{city}";
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

        var telephone = await LogIn(site, "office", 360);
        foreach (var page in new[] { "", "/progress", "/papers", "/samples" }) await telephone.Open(sheet + page);
        await telephone.Open($"{Round}/provinces/{province}");
    }

    static async Task ToReview(RoundSite site, int city, int province, DateOnly day, DateOnly month)
    {
        await site.As("operator-1").Post("/api/v1/rounds", new
        {
            id = RoundSite.Round,
            name = "第一批（合成数据）",
            settings = new { deadline = Text(day), creationMonths = 6, places = new Dictionary<string, int> { [Number(province)] = 1 } },
        }, expected: System.Net.HttpStatusCode.Created);
        var contact = new { name = "示例联系人", position = "科长", telephone = "0000-0000001" };
        var (_, saved) = await site.As("clerk").Put($"/applications/{city}", new
        {
            situation = "【合成数据】本市公共就业创业服务体系覆盖城乡。",
            targets = new[]
            {
                new { text = "城镇登记失业率控制在3.50%以内", indicator = "E05", baseline = 3.9, target = 3.5, unit = "%", dueOn = Text(day.AddYears(1)), better = "lower" },
                new { text = "服务好评率达到99%以上", indicator = "C07", baseline = 90.0, target = 99.0, unit = "%", dueOn = Text(day.AddYears(1)), better = "higher" },
            },
            leader = contact,
            cityContact = contact,
        });
        var (_, confirmed) = await site.As("clerk").Post($"/applications/{city}/confirmation", new { }, saved);
        await site.As("office").Post($"/applications/{city}/confirmation", new { contact }, confirmed);
        site.Clock.Day = day.AddDays(1);
        await site.As("ministry-1").Post("/closing", null, await site.As("ministry-1").Tag(""));
        await site.As("clerk").Put($"/cities/{city}/reports", new { figures = new Dictionary<string, string> { ["S5.3-E05"] = "3.5" } });
        site.Clock.Day = day.AddMonths(14);
        var judged = new { month = $"{month:yyyy-MM}" };
        await site.As("ministry-1").Post("/freeze/proposal", judged);
        await site.As("ministry-2").Post("/freeze", judged, await site.As("ministry-2").Tag(""));
    }

    static DateOnly Latest(System.Text.Json.JsonElement city) =>
        DateOnly.ParseExact(city.GetProperty("latestMonth").GetString() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static (string, string?)[] Account(int place, string name, string role, int area)
    {
        var (key, login) = (RoundSite.KeyOf(name), RoundSite.LoginHash);
        return
        [
            ($"Access:Keys:{place}:Name", name), ($"Access:Keys:{place}:Sha256", key), ($"Access:Keys:{place}:Role", role), ($"Access:Keys:{place}:Area", Number(area)),
            ($"Access:Accounts:{place}:Name", name), ($"Access:Accounts:{place}:PasswordHash", login), ($"Access:Accounts:{place}:Role", role), ($"Access:Accounts:{place}:Area", Number(area)),
        ];
    }

    static string Number(int code) => code.ToString(CultureInfo.InvariantCulture);

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    async Task<Visit> LogIn(RoundSite site, string name, int width = 1280)
    {
        var visit = await Visit.Start(chromium.Browser, site.Site.Address, width);
        await visit.Open("/login");
        await visit.Page.FillAsync("#name", name);
        await visit.Page.FillAsync("#password", ClosedSite.Password);
        await visit.Follow(".login button");
        return visit;
    }
}
