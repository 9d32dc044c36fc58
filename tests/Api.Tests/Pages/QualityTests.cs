using System.Globalization;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Api.Tests.Pages;

public sealed partial class QualityTests(PipelineSite pipeline) : IClassFixture<PipelineSite>
{
    [Fact]
    public async Task Quality_CountsWhatTheLoadsCount_AndGivesItAsAFile()
    {
        var files = (await pipeline.Site.Json("/api/v1/releases/current")).GetProperty("files").EnumerateArray().ToList();
        var (read, rejected) = (files.Sum(x => x.GetProperty("rowsRead").GetInt64()), files.Sum(x => x.GetProperty("rowsRejected").GetInt64()));
        var page = await pipeline.Site.Text("/quality", "zh");
        var csv = (await pipeline.Site.Text("/quality.csv", "zh")).TrimEnd().Split("\r\n");

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{files.Count} 个文件，读入 {read:N0} 行，拒收 {rejected:N0} 行"), page, StringComparison.Ordinal);
        Assert.True(rejected > 0 && csv.Length > 5, page);
        Assert.Equal("数据源,规则,列,处理,行数,读入行,通过率", csv[0]);
    }

    [Fact]
    public async Task Quality_OfOneBatch_ShowsItsRowsAndNoPerson()
    {
        var page = await pipeline.Site.Text("/quality", "zh");
        var batch = Regex.Match(page, "/quality\\?batch=\\d+").Value;
        var one = await pipeline.Site.Text(batch, "zh");

        Assert.Contains("1 个文件，", one, StringComparison.Ordinal);
        Assert.Contains("应为", one, StringComparison.Ordinal);
        Assert.DoesNotMatch(PersonNumber(), page + one);
        using var client = pipeline.Site.Client();
        Assert.Equal(404, (int)(await client.GetAsync("/quality?batch=999999")).StatusCode);
    }

    [Fact]
    public async Task Loads_ArePaged_AndEveryFileStandsOnOnePage()
    {
        var total = (await pipeline.Site.Json("/api/v1/releases/current")).GetProperty("files").GetArrayLength();
        var (seen, next) = (new List<string>(), (string?)"/loads");
        while (next is not null)
        {
            var page = await pipeline.Site.Text(next, "zh");
            seen.AddRange(Regex.Matches(page, "/quality\\?batch=(\\d+)").Select(x => x.Groups[1].Value));
            next = Regex.Match(page, "<a href=\"([^\"]*)\" rel=\"next\">") is { Success: true } link ? link.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal) : null;
        }

        Assert.Equal(total, seen.Count);
        Assert.Equal(seen.OrderByDescending(int.Parse), seen);
        Assert.Equal(total, seen.Distinct().Count());
    }

    /// <summary>A release is never changed: one published before a table existed is shown without it.</summary>
    [Fact]
    public async Task OlderRelease_SaysWhatItDoesNotKnow()
    {
        await using var site = await Site.Start(folder =>
        {
            var name = SampleRelease.Publish(folder);
            using var connection = new DuckDBConnection($"DataSource={Path.Combine(folder, "releases", name + ".duckdb")}");
            connection.Open();
            connection.Execute("DROP TABLE load_coverage; DROP TABLE rejection");
        }, ("Access:AnonymousRole", "Expert"));

        foreach (var page in new[] { "/loads", "/quality", "/quality?city=130100", "/quality?batch=1" })
            Assert.Contains("尚未记录各批次覆盖的城市和月份", await site.Text(page, "zh"), StringComparison.Ordinal);
        Assert.Contains("招聘岗位_130100_2024Q3.csv", await site.Text("/loads", "zh"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<!\d)\d{17}[\dXx](?![\dA-Fa-f])")]
    private static partial Regex PersonNumber();
}
