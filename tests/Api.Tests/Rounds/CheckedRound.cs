using System.Globalization;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Rounds;

/// <summary>A round under provincial review by the illustrative rules, on figures that the product computed itself; accounts <c>clerk</c> and <c>office</c>.</summary>
sealed class CheckedRound(RoundSite site, int city, int province) : IAsyncDisposable
{
    public RoundSite Site => site;

    public int City => city;

    public int Province => province;

    public string Sheet => string.Create(CultureInfo.InvariantCulture, $"/rounds/{RoundSite.Round}/cities/{city}");

    public static async Task<CheckedRound> Start(PipelineSite pipeline)
    {
        var city = (await pipeline.Site.Json("/api/v1/cities")).GetProperty("cities")[0].GetProperty("code").GetInt32();
        var month = DateOnly.ParseExact((await pipeline.Site.Json($"/api/v1/cities/{city}")).GetProperty("latestMonth").GetString() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var province = city / 10_000 * 10_000;
        var day = new DateOnly(month.Year - 1, month.Month, 1);
        var site = await RoundSite.Start(folder =>
        {
            foreach (var part in new[] { "releases", "lake" }) RoundSite.Copy(Path.Combine(pipeline.Site.Folder, part), Path.Combine(folder, part));
        }, day, [.. Account(20, "clerk", "City", city), .. Account(21, "office", "Province", province)]);
        await ToReview(site, city, province, day, month);
        return new CheckedRound(site, city, province);
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

    public async ValueTask DisposeAsync() => await site.DisposeAsync();
}
