using System.Globalization;
using System.Text;
using System.Text.Json;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Browser.Tests.Setup;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace DemoCityAnalytics.Browser.Tests.Journeys;

/// <summary>Journeys of those who send files, against the running program.</summary>
public sealed class DeskJourneyTests(Chromium chromium, PipelineSite pipeline, ITestOutputHelper output) : IClassFixture<Chromium>, IClassFixture<PipelineSite>
{
    /// <summary>W2 and W1: what costs the city most, without a click; and a file with faults mended, until the gap is another.</summary>
    [ChromiumFact]
    public async Task City_SeesItsGaps_AndAMendedFileChangesThem()
    {
        var city = (await pipeline.Site.Json("/api/v1/cities")).GetProperty("cities")[0].GetProperty("code").GetInt32();
        var month = DateOnly.ParseExact((await pipeline.Site.Json($"/api/v1/cities/{city}")).GetProperty("latestMonth").GetString() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await using var desk = await Desk.Start(pipeline.Site.Folder, city);

        var head = await desk.LogIn(chromium, "clerk");
        await Assertions.Expect(head.Page.Locator("#own + p + p")).ToContainTextAsync("失分最多的 3 项：");
        JourneyLog.Note(output, "W2", "0 clicks", "0 clicks");

        var clerk = new Keyboard(await desk.LogIn(chromium, "clerk", "/upload"));
        await clerk.Choose("#source", "labour_stock");
        await clerk.PutFile("#file", Stock(desk, "带问题", city, month, faulty: true));
        await clerk.Follow("form[data-upload] button");
        var faults = clerk.Page.Locator("section[aria-labelledby=rejected] tbody tr");
        await Assertions.Expect(faults).ToHaveCountAsync(3, Patient);
        await Assertions.Expect(faults.First).ToContainTextAsync("十万");
        var list = await File.ReadAllTextAsync(await clerk.Download("a[download]"));
        Assert.Equal(4, list.TrimEnd().Split('\n').Length);
        await clerk.PutFile("#file", Stock(desk, "已改正", city, month, faulty: false));
        await clerk.Follow("form[data-upload] button");

        await Assertions.Expect(clerk.Page.Locator("section[aria-labelledby=effect] tbody")).ToContainTextAsync("城镇登记失业率", new() { Timeout = 240_000 });
        JourneyLog.Note(output, "W1", $"{clerk.Clicks} clicks", "6 clicks");
        Assert.InRange(clerk.Clicks, 1, 6);
    }

    /// <summary>W7: a long load is watched, the server killed and started again; the page comes to the end by itself, and no row is there twice.</summary>
    [ChromiumFact]
    public async Task Operator_WatchesALongLoad_ThroughAKilledServer()
    {
        const int rows = 150_000;
        await using var desk = await Desk.Start(null, 130100);
        var file = Path.Combine(desk.Files, "ratings.csv");
        await using (var writer = new StreamWriter(file))
        {
            await writer.WriteLineAsync("rating_id,case_no,level,channel,item,origin_kind,rated_at,fixed_at,followed_up,area,updated_at");
            for (var row = 0; row < rows; row++) await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"R{row},C{row},{row % 5 + 1},{row % 5 + 1},合成事项,1,2023-{row % 12 + 1:00}-{row % 28 + 1:00} 09:00:00,,,130100,2024-01-01 00:00:00"));
        }
        var watching = new Keyboard(await desk.LogIn(chromium, "operator-1", "/upload"));
        await watching.Choose("#source", "service_rating");
        await watching.PutFile("#file", file);
        await watching.Follow("form[data-upload] button");
        await Assertions.Expect(watching.Page.Locator("[data-rows]")).Not.ToBeEmptyAsync(Patiently);

        await desk.Kill();
        await desk.Start();

        await Assertions.Expect(watching.Page.Locator("main")).ToContainTextAsync("文件已装载", new() { Timeout = 240_000 });
        var upload = await watching.Page.EvaluateAsync<JsonElement>("() => fetch('/api/v1' + location.pathname).then(answer => answer.json())");
        Assert.Equal((rows, rows, rows), (upload.GetProperty("rowsRead").GetInt32(), upload.GetProperty("rowsAccepted").GetInt32(), upload.GetProperty("newRows").GetInt32()));
        JourneyLog.Note(output, "W7", $"{upload.GetProperty("newRows")} of {rows} rows, page resumed", "no double rows, page resumes");
    }

    static LocatorAssertionsToHaveCountOptions Patient => new() { Timeout = 120_000 };

    static LocatorAssertionsToBeEmptyOptions Patiently => new() { Timeout = 120_000 };

    /// <summary>In GB18030, as the city's system writes it: months long past, and three whose rows are wrong at first.</summary>
    static string Stock(Desk desk, string name, int city, DateOnly latest, bool faulty)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = new StringBuilder("统计月份,行政区划代码,期末城镇从业人数,更新时间\r\n");
        var months = Enumerable.Range(24, 20).Select(back => latest.AddMonths(-back));
        foreach (var month in months) text.Append(CultureInfo.InvariantCulture, $"{month:yyyy-MM},{city},900000,2025-01-10 08:00:00\r\n");
        text.Append(CultureInfo.InvariantCulture, $"{latest:yyyy-MM},{city},{(faulty ? "十万" : "100")},2025-01-10 08:00:00\r\n");
        text.Append(CultureInfo.InvariantCulture, $"{(faulty ? "2020年13月" : $"{latest.AddMonths(-22):yyyy-MM}")},{city},900000,2025-01-10 08:00:00\r\n");
        text.Append(CultureInfo.InvariantCulture, $"{latest.AddMonths(-23):yyyy-MM},{(faulty ? 999999 : city)},900000,2025-01-10 08:00:00\r\n");
        var file = Path.Combine(desk.Files, $"期末从业人数_{name}.csv");
        File.WriteAllText(file, text.ToString(), Encoding.GetEncoding("GB18030"));
        return file;
    }
}
