using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Api.Tests.Evidence;

/// <summary>A figure from the archived bytes, asked for over HTTP and on its page.</summary>
public sealed partial class RecomputationTests(PipelineSite pipeline) : IClassFixture<PipelineSite>
{
    [Theory]
    [InlineData("E05")]
    [InlineData("E07")]
    [InlineData("C07")]
    public async Task Figure_ComesOutOfTheArchivedFiles(string indicator)
    {
        var id = await LastFigure(pipeline.Site, indicator);

        var (status, answer) = await Recompute(pipeline.Site, id);

        Assert.Equal((HttpStatusCode.OK, true), (status, answer.GetProperty("reproduces").GetBoolean()));
        Assert.Equal(id, answer.GetProperty("figure").GetProperty("figureId").GetString());
        Assert.Equal(answer.GetProperty("figure").GetProperty("value").GetDecimal(), answer.GetProperty("recomputed").GetDecimal());
        Assert.NotEmpty(answer.GetProperty("files").EnumerateArray());
    }

    [Fact]
    public async Task BytesThatSayOtherwise_AreNoticed_AndLostOnesNamed()
    {
        await using var site = await pipeline.Start();
        var id = await LastFigure(site, "C07");
        var file = (await Recompute(site, id)).Answer.GetProperty("files").EnumerateArray().Last();
        var path = new Archive(Path.Combine(site.Folder, "archive")).PathOf(file.GetProperty("sha256").GetString()!);
        var bytes = await File.ReadAllBytesAsync(path);
        File.SetAttributes(path, FileAttributes.Normal);

        File.Delete(path);
        var lost = await Recompute(site, id);
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length / 2)]);
        var changed = await Recompute(site, id);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.Status);
        Assert.Contains(file.GetProperty("fileName").GetString()!, lost.Answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, false), (changed.Status, changed.Answer.GetProperty("reproduces").GetBoolean()));
    }

    [Fact]
    public async Task FigureOfMoreFilesThanAllowed_IsRefusedWithTheCommand()
    {
        await using var site = await pipeline.Start(("Api:RecomputeFiles", "1"));
        var id = await LastFigure(site, "E05");

        var (status, answer) = await Recompute(site, id);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains($"dca recompute {id}", answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_HasTheButton_AndShowsWhatCameOut()
    {
        var id = await LastFigure(pipeline.Site, "E05");
        using var handler = new HttpClientHandler();
        using var client = new HttpClient(handler) { BaseAddress = new Uri(pipeline.Site.Address) };
        var page = await client.GetStringAsync($"/evidence/{id}");

        var answer = await client.PostAsync($"/evidence/{id}", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]));

        Assert.Contains("由归档文件重新计算", page, StringComparison.Ordinal);
        Assert.Matches("✓ 由归档的[0-9]+个原始文件重新计算，结果与发布值一致。", await answer.Content.ReadAsStringAsync());
    }

    static async Task<string> LastFigure(Site site, string indicator)
    {
        var found = await site.Json($"/api/v1/observations?indicator={indicator}&frequency=quarter&variant=main");
        // The nation's and a province's figures read the files of all cities.
        return found.GetProperty("observations").EnumerateArray().Where(x => x.GetProperty("status").GetString() == "normal")
            .Select(x => x.GetProperty("figureId").GetString()!).Last(x => !x.Contains("0000:", StringComparison.Ordinal) && !x.Contains(":0:", StringComparison.Ordinal));
    }

    static async Task<(HttpStatusCode Status, JsonElement Answer)> Recompute(Site site, string id)
    {
        using var client = site.Client();
        var answer = await client.PostAsync($"/api/v1/figures/{id}/recompute", null);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
