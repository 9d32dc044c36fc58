using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Uploads;

public sealed partial class UploadTests(LoadingSite loading, ClosedSite closed) : IClassFixture<LoadingSite>, IClassFixture<ClosedSite>
{
    const string Path = "/api/v1/uploads";
    const string Head = "统计月份,行政区划代码,期末城镇从业人数(人),更新时间\n";

    static int counter;

    [Fact]
    public async Task File_IsLoaded_AndRefusedRowsAreListed()
    {
        using var client = loading.Site.Client("shijiazhuang");
        var months = string.Concat(Enumerable.Range(1, 12).Select(month => $"2022-{month:00},130100,{1_000_000 + month},2023-01-10 08:00:00\n"));

        var answer = await client.PostAsync(Path, File("labour_stock", Head + months + "2022-13,130100,1000,2023-01-10 08:00:00\n"));
        var upload = await Ended(client, answer);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("loaded", upload.GetProperty("state").GetString());
        Assert.Equal((13, 12, 1), (upload.GetProperty("rowsRead").GetInt32(), upload.GetProperty("rowsAccepted").GetInt32(), upload.GetProperty("rowsRejected").GetInt32()));
        var rows = JsonDocument.Parse(await client.GetStringAsync(upload.GetProperty("rejectedRows").GetString())).RootElement.GetProperty("rows");
        var row = Assert.Single(rows.EnumerateArray().ToList());
        Assert.Equal((14, "month", "2022-13"), (row.GetProperty("line").GetInt32(), row.GetProperty("column").GetString(), row.GetProperty("found").GetString()));
        Assert.False(string.IsNullOrEmpty(row.GetProperty("remedy").GetString()));
        var csv = await client.GetStringAsync(upload.GetProperty("rejectedRows").GetString() + "?format=csv");
        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("2022-13", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameKey_IsTheSameUpload_AndAnotherFileUnderItIsRefused()
    {
        using var client = loading.Site.Client("shijiazhuang");
        var text = Head + "2021-01,130100,900000,2023-01-10 08:00:00\n";
        async Task<HttpResponseMessage> Send(string body, string name)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = File("labour_stock", body, name) };
            request.Headers.Add("Idempotency-Key", "one-key");
            return await client.SendAsync(request);
        }

        var first = await Send(text, "a.csv");
        var again = await Send(text, "a.csv");
        var other = await Send(text + "2021-02,130100,900000,2023-01-10 08:00:00\n", "a.csv");

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("/docs/problems/idempotency-conflict", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task City_CannotSendRowsOfAnotherCity()
    {
        using var client = loading.Site.Client("tangshan");

        var upload = await Ended(client, await client.PostAsync(Path, File("labour_stock", Head + "2020-01,130200,900000,2023-01-10 08:00:00\n2020-01,130100,900000,2023-01-10 08:00:00\n")));

        Assert.Equal("failed", upload.GetProperty("state").GetString());
        Assert.Equal("area_not_yours", upload.GetProperty("issues")[0].GetProperty("rule").GetString());
        Assert.Contains("130100", upload.GetProperty("issues")[0].GetProperty("message").GetString()!, StringComparison.Ordinal);
        Assert.Equal(0, upload.GetProperty("newRows").GetInt32());
    }

    [Fact]
    public async Task Upload_IsSeenByItsSenderAndTheOperatorAlone()
    {
        using var sender = loading.Site.Client("shijiazhuang");
        using var other = loading.Site.Client("tangshan");
        using var operators = loading.Site.Client("operator");
        var at = (await sender.PostAsync(Path, File("labour_stock", Head + "2019-01,130100,900000,2023-01-10 08:00:00\n"))).Headers.Location;

        Assert.Equal(HttpStatusCode.OK, (await sender.GetAsync(at)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(at)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await operators.GetAsync(at)).StatusCode);
    }

    [Fact]
    public async Task Events_CountUp_AndResumeAfterTheLastOneSeen()
    {
        using var client = loading.Site.Client("shijiazhuang");
        var answer = await client.PostAsync(Path, File("labour_stock", Head + "2018-01,130100,900000,2023-01-10 08:00:00\n"));
        var events = (await Read(answer)).GetProperty("events").GetString()!;

        var all = await Events(client, events, null);
        var ids = all.Select(x => x.Id).ToList();

        Assert.Equal("loaded", all[^1].State);
        Assert.Equal(Enumerable.Range(1, ids.Count), ids.Count == 1 ? [1] : ids);
        // The upload has ended by now: one who comes back is told its end.
        var resumed = await Events(client, events, ids[^1] - 1);
        Assert.Equal("loaded", Assert.Single(resumed).State);
    }

    [Fact]
    public async Task FileLeftByAStoppedProcess_IsTakenUpAtTheNextStart()
    {
        const string id = "0192f3d2c4e87a10b3c5d6e7f8091a2b";
        await using var site = await LoadingSite.Start(folder =>
        {
            var place = Directory.CreateDirectory(System.IO.Path.Combine(folder, "uploads", id)).FullName;
            System.IO.File.WriteAllText(System.IO.Path.Combine(place, "left.csv"), Head + "2017-01,130100,900000,2023-01-10 08:00:00\n");
            System.IO.File.WriteAllText(System.IO.Path.Combine(place, "upload.json"),
                $$"""{"id":"{{id}}","source":"labour_stock","file":"left.csv","bytes":1,"sha256":"0","uploader":"shijiazhuang","city":130100,"key":null,"receivedAt":"2025-01-01T00:00:00Z","state":"loading","report":null}""");
        });
        using var client = site.Client("shijiazhuang");

        var upload = await Ended(client, Path + "/" + id);

        Assert.Equal("loaded", upload.GetProperty("state").GetString());
        Assert.Equal(1, upload.GetProperty("newRows").GetInt32());
    }

    [Theory]
    [InlineData("no_such_source", "x", "#/source")]
    [InlineData("labour_stok", "x", "labour_stock")]
    [InlineData("labour_stock", "", "#/file")]
    public async Task Mistakes_AreNamed(string source, string text, string expected)
    {
        using var client = loading.Site.Client("operator");

        var answer = await client.PostAsync(Path, File(source, text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProcessThatOnlyReads_SaysSo()
    {
        using var client = closed.Site.Client(ClosedSite.Key(Role.Operator));

        var answer = await client.PostAsync(Path, File("labour_stock", Head));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("/docs/problems/uploads-closed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_TakesAFileWithoutScript_AndShowsWhatWasRefused()
    {
        using var client = loading.Site.Client("shijiazhuang");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", "zh");
        var page = await client.GetAsync("/upload");
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        var form = File("labour_stock", Head + string.Concat(Enumerable.Range(1, 9).Select(month => $"2016-{month:00},130100,900000,2023-01-10 08:00:00\n")) + "2016-10,130100,九十万,2023-01-10 08:00:00\n");
        form.Add(new StringContent(token), "__RequestVerificationToken");
        var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = form };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

        var sent = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        await Ended(client, "/api/v1" + sent.Headers.Location);
        var status = await client.GetStringAsync(sent.Headers.Location);
        Assert.Contains("文件已装载", status, StringComparison.Ordinal);
        Assert.Contains("九十万", status, StringComparison.Ordinal);
        Assert.Contains("下载问题清单", status, StringComparison.Ordinal);
    }

    static MultipartFormDataContent File(string source, string text, string? name = null)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return new MultipartFormDataContent { { new StringContent(source), "source" }, { file, "file", name ?? $"stock{Interlocked.Increment(ref counter)}.csv" } };
    }

    static async Task<JsonElement> Ended(HttpClient client, HttpResponseMessage answer) => await Ended(client, answer.Headers.Location?.ToString() ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync()));

    static async Task<JsonElement> Ended(HttpClient client, string address)
    {
        for (var waited = 0; ; waited++)
        {
            var upload = JsonDocument.Parse(await client.GetStringAsync(address)).RootElement;
            if (upload.GetProperty("state").GetString() is "loaded" or "already_loaded" or "failed") return upload;
            Assert.True(waited < 600, $"The upload was not worked through: {upload}");
            await Task.Delay(100);
        }
    }

    static async Task<JsonElement> Read(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    static async Task<List<(int Id, string State)>> Events(HttpClient client, string address, int? last)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (last is { } seen) request.Headers.Add("Last-Event-ID", seen.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var text = await (await client.SendAsync(request, limit.Token)).Content.ReadAsStringAsync(limit.Token);
        return text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(x => x.Split('\n').ToDictionary(line => line[..line.IndexOf(':', StringComparison.Ordinal)], line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()))
            .Select(x => (int.Parse(x["id"], System.Globalization.CultureInfo.InvariantCulture), JsonDocument.Parse(x["data"]).RootElement.GetProperty("state").GetString()!)).ToList();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
