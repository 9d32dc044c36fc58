using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Api.Tests.Models;

public sealed partial class LeadTests(LoadingSite loading, ClosedSite closed) : IClassFixture<LoadingSite>, IClassFixture<ClosedSite>
{
    [Fact]
    public async Task Lead_IsShownWithItsReason_AndConfirmedOnce()
    {
        using var client = Client("shijiazhuang");
        await Load(client, "job_postings", "posting_id,title,description,area,published_on,employer_name\nP1,收银员,仅限女性，22岁以上,130100,2025-03-01,合成单位\n");
        await Load(client, "posting_violation", "violation_id,posting_id,violation_kind,found_by,found_on,decision,due_on,area\nJC1,P1,1,1,2025-03-02,0,2025-03-17,130100\n");

        var page = await client.GetStringAsync("/leads");
        Assert.Contains("收银员", page, StringComparison.Ordinal);
        Assert.Contains("D01", page, StringComparison.Ordinal);
        Assert.Contains("仅限女性", page, StringComparison.Ordinal);
        Assert.DoesNotContain("年龄条件", page, StringComparison.Ordinal); // an age limit is a notice, not a lead

        Assert.Equal(HttpStatusCode.BadRequest, (await Decide(client, "JC1", "1", "")).StatusCode);
        var decided = await Decide(client, "JC1", "1", "限定女性，属实");
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        await Ended(client, "/api/v1" + decided.Headers.Location);

        Assert.Equal(("1", "限定女性，属实", 1L), Current("JC1"));
        Assert.Equal(HttpStatusCode.BadRequest, (await Decide(client, "JC1", "2", "改判")).StatusCode);
        var after = await client.GetStringAsync("/leads");
        Assert.Contains("认定记录", after, StringComparison.Ordinal);
        Assert.Contains("lead-JC1.csv", after, StringComparison.Ordinal);
        Assert.Contains("shijiazhuang", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherCity_SeesNoneOfThem_AndDecidesNone()
    {
        using var own = Client("shijiazhuang");
        await Load(own, "posting_violation", "violation_id,posting_id,violation_kind,found_by,found_on,decision,due_on,area\nJC2,P2,1,1,2025-03-02,0,2025-03-17,130100\n");
        using var other = Client("tangshan");

        Assert.DoesNotContain("JC2", await other.GetStringAsync("/leads"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Decide(other, "JC2", "1", "属实")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Decide(own, "", "1", "属实")).StatusCode);
        Assert.Equal("0", Current("JC2").Decision);
    }

    [Theory]
    [InlineData(Role.Public, 403)]
    [InlineData(Role.Expert, 403)]
    [InlineData(Role.Operator, 403)]
    [InlineData(Role.City, 200)]
    public async Task Page_IsForTheStaffOfACity(Role role, int status)
    {
        using var client = closed.Site.Client(ClosedSite.Key(role));

        Assert.Equal(status, (int)(await client.GetAsync("/leads")).StatusCode);
    }

    (string Decision, string Outcome, long Versions) Current(string lead)
    {
        using var connection = loading.Site.Services.GetRequiredService<WarehouseDatabase>().Connect();
        var row = connection.Query("SELECT decision, coalesce(outcome, '') FROM stg.posting_violation WHERE superseded_by IS NULL AND violation_id = $id", x => (x.GetString(0), x.GetString(1)), ("id", lead)).Single();
        return (row.Item1, row.Item2, connection.Count("SELECT count(*) FROM stg.posting_violation WHERE superseded_by IS NOT NULL AND violation_id = $id", ("id", lead)));
    }

    static async Task<HttpResponseMessage> Decide(HttpClient client, string id, string decision, string reason)
    {
        var page = await client.GetAsync("/upload");
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        var request = new HttpRequestMessage(HttpMethod.Post, "/leads")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["id"] = id, ["decision"] = decision, ["kind"] = "1", ["reason"] = reason, ["__RequestVerificationToken"] = token }),
        };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        return await client.SendAsync(request);
    }

    HttpClient Client(string key)
    {
        var client = loading.Site.Client(key);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", "zh");
        return client;
    }

    static async Task Load(HttpClient client, string source, string text)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var answer = await client.PostAsync("/api/v1/uploads", new MultipartFormDataContent { { new StringContent(source), "source" }, { file, "file", "rows.csv" } });
        var upload = await Ended(client, answer.Headers.Location!.ToString());
        Assert.True(upload.GetProperty("newRows").GetInt32() == 1, upload.ToString());
    }

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

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
