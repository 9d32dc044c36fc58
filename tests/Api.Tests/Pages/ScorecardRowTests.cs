using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Pages;

public sealed partial class ScorecardRowTests(PipelineSite pipeline) : IClassFixture<PipelineSite>
{
    [Fact]
    public async Task Row_OpensWithoutScript_AndAsThePartThatAScriptFetches()
    {
        var scorecard = $"/cities/{await City()}/scorecard";
        var closed = await pipeline.Site.Text(scorecard, "zh");
        var address = Regex.Match(closed, "<a href=\"([^\"]*open=S5\\.3-E05)#more-S5\\.3-E05\">").Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
        var open = await pipeline.Site.Text(address, "zh");
        var part = await pipeline.Site.Text(address + "&handler=Row", "zh");

        Assert.Contains(part, open, StringComparison.Ordinal);
        Assert.DoesNotContain("公式（代入数）", closed, StringComparison.Ordinal);
        foreach (var heading in new[] { "公式（代入数）", "近24个月序列和目标线", "历次发布值", "评分意见" }) Assert.Contains($"<h3>{heading}</h3>", part, StringComparison.Ordinal);
        Assert.Matches("<p class=\"formula\" lang=\"zh-CN\">100 × [0-9,]+ ÷ \\([0-9, +]+\\) = [0-9.]+</p>", part);
        Assert.Contains("class=\"line target\"", part, StringComparison.Ordinal);
        Assert.Contains("class=\"line s0\"", part, StringComparison.Ordinal);
        Assert.InRange(Packed(closed), 1, 20 * 1024);
    }

    [Fact]
    public async Task Row_ThatIsNotThere_IsNotFound()
    {
        using var client = pipeline.Site.Client();

        Assert.Equal(404, (int)(await client.GetAsync($"/cities/{await City()}/scorecard?handler=Row&open=S9-E99")).StatusCode);
    }

    /// <summary>A level that is given for the city alone is missing in its districts, not 0.</summary>
    [Fact]
    public async Task Evidence_LeavesOutWhatNobodyStatesForADistrict()
    {
        var figures = (await pipeline.Site.Json("/api/v1/observations?indicator=E05&frequency=month")).GetProperty("observations").EnumerateArray()
            .Where(x => x.GetProperty("value").ValueKind == System.Text.Json.JsonValueKind.Number).Select(x => x.GetProperty("figureId").GetString()!).GroupBy(x => x.Split(':')[2]).Select(x => x.Last());
        var levels = new List<System.Text.Json.JsonElement>();
        foreach (var figure in figures)
            foreach (var area in (await pipeline.Site.Json($"/api/v1/figures/{figure}/evidence")).GetProperty("areas").EnumerateArray())
                levels.AddRange(area.GetProperty("parts").EnumerateArray().Where(part => part.GetProperty("name").GetString() == "urban_employed").Select(part => part.GetProperty("sum")));

        Assert.NotEmpty(levels);
        Assert.DoesNotContain(levels, level => level.ValueKind == System.Text.Json.JsonValueKind.Number && level.GetInt64() == 0);
    }

    async Task<int> City() => (await pipeline.Site.Json("/api/v1/cities")).GetProperty("cities")[0].GetProperty("code").GetInt32();

    static int Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return (int)packed.Length;
    }
}
