using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Tests.Hosting;
using SkiaSharp;

namespace DemoCityAnalytics.Api.Tests.Charts;

public sealed class DrawnChartTests(OpenSite open) : IClassFixture<OpenSite>
{
    public static TheoryData<string> Charts =>
    [
        "bar.{0}?indicator=E05&period=2024-Q2", "bar.{0}?indicator=E01&period=2024-06&width=340", "bar.{0}?indicator=E08&city=130100&period=2024-Q2&by=occupation", "dots.{0}?indicator=E05&period=2024-08",
        "dots.{0}?indicator=E01&period=2024-06-ytd&width=700", "multiples.{0}?indicator=E05&frequency=month", "multiples.{0}?indicator=E01&frequency=year_to_date&width=340",
        "heat.{0}?indicator=E05&frequency=month", "heat.{0}?indicator=E01&frequency=month&width=340", "beveridge.{0}?city=130100&frequency=quarter", "map.{0}?indicator=E05", "radar.{0}?city=130100", "radar.{0}?city=130100&width=480",
    ];

    /// <summary>Text that reaches the edge of a picture has been cut off; a correct chart leaves an empty frame.</summary>
    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Picture_LeavesItsMarginsEmpty(string query)
    {
        using var client = open.Site.Client();
        foreach (var language in new[] { "zh", "en" })
        {
            using var picture = SKBitmap.Decode(await client.GetByteArrayAsync($"/api/v1/charts/{string.Format(CultureInfo.InvariantCulture, query, "png")}&lang={language}"));
            Assert.Equal([], ChartTests.Inked(picture, margin: 6));
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Svg_IsNamedAndDescribed_BearsTheMark_AndIsTheSameEachTime(string query)
    {
        var path = $"/api/v1/charts/{string.Format(CultureInfo.InvariantCulture, query, "svg")}&lang=zh";

        var svg = await open.Site.Text(path);
        var element = XDocument.Parse(svg).Root!;

        Assert.Equal(["title", "desc"], element.Elements().Take(2).Select(x => x.Name.LocalName));
        Assert.All(element.Elements().Take(2), x => Assert.True(x.Value.Length > 4));
        Assert.Contains("合成数据", Words(element), StringComparison.Ordinal);
        Assert.Contains("R1-", Words(element), StringComparison.Ordinal);
        Assert.Equal(svg, await open.Site.Text(path));
    }

    [Theory]
    [InlineData("bar.svg?indicator=E05&period=2024-Q2", "indicator=E05&period=2024-Q2")]
    [InlineData("dots.svg?indicator=E05&period=2024-08", "indicator=E05&period=2024-08,2023-08")]
    [InlineData("heat.svg?indicator=E07&frequency=quarter", "indicator=E07&frequency=quarter")]
    [InlineData("bar.svg?indicator=E08&city=130100&period=2024-Q2&by=occupation", "indicator=E08&city=130100&period=2024-Q2&breakdown=occupation")]
    public async Task Numbers_AreThoseOfTheTable(string chart, string query)
    {
        var drawn = XDocument.Parse(await open.Site.Text($"/api/v1/charts/{chart}&lang=zh")).Descendants().Where(x => x.Name.LocalName == "text").Select(x => x.Value).ToList();
        var rows = (await open.Site.Json($"/api/v1/observations?{query}&variant=main&limit=all")).GetProperty("observations").EnumerateArray().ToList();

        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var decimals = row.GetProperty("decimals").GetInt32();
            var expected = row.GetProperty("value").ValueKind == JsonValueKind.Null ? FigureText.None : FigureText.Number(row.GetProperty("value").GetDecimal(), decimals);
            Assert.Contains(drawn, text => text == expected || text.StartsWith(expected, StringComparison.Ordinal));
        }
    }

    /// <summary>The chart file of an indicator that has figures of groups alone was an empty frame.</summary>
    [Fact]
    public async Task IndicatorOfGroupsAlone_IsDrawnAsBars()
    {
        await using var site = await Site.Start(folder =>
        {
            SampleRelease.Publish(folder);
            using var release = new DuckDB.NET.Data.DuckDBConnection($"DataSource={Directory.GetFiles(System.IO.Path.Combine(folder, "releases"), "*.duckdb").Single()}");
            release.Open();
            using var command = release.CreateCommand();
            command.CommandText = "DELETE FROM observation WHERE indicator = 'E08' AND breakdown = ''";
            command.ExecuteNonQuery();
        }, ("Access:AnonymousRole", "Expert"));

        var svg = XDocument.Parse(await site.Text("/api/v1/charts/indicator.svg?indicator=E08&city=130100&frequency=quarter&lang=zh"));
        var page = await site.Text("/cities/130100/indicators/E08", "zh");

        Assert.Equal(3, svg.Descendants().Count(x => x.Name.LocalName == "rect" && x.Attribute("class")!.Value == "f-bar"));
        Assert.Contains("id=\"groups-wide-title\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/charts/pie.svg?indicator=E05", 404)]
    [InlineData("/api/v1/charts/bar.gif?indicator=E05", 406)]
    [InlineData("/api/v1/charts/bar.svg", 400)]
    [InlineData("/api/v1/charts/bar.svg?indicator=E99", 404)]
    [InlineData("/api/v1/charts/beveridge.svg?city=130100,130200", 400)]
    [InlineData("/api/v1/charts/bar.svg?indicator=E08&by=occupation", 400)]
    public async Task Mistakes_AreSaid(string path, int status)
    {
        using var client = open.Site.Client();
        Assert.Equal(status, (int)(await client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Comparison_RanksByTheBetterDirection()
    {
        var page = await open.Site.Text("/compare?ind=E05&period=2024-08&lang=zh");
        var values = (await open.Site.Json("/api/v1/observations?indicator=E05&period=2024-08")).GetProperty("observations").EnumerateArray().Select(x => x.GetProperty("value").GetDecimal()).ToList();

        foreach (var value in values)
            Assert.Contains($"{value.ToString(CultureInfo.InvariantCulture)}%", page, StringComparison.Ordinal);
        // The rate is better when lower: the lowest is first.
        var best = FigureText.Number(values.Min(), 2);
        var row = page.Split("<tr>").Single(x => x.Contains($"data-label=\"2024年8月\">{best}%", StringComparison.Ordinal));
        Assert.Contains(">1</td>", row, StringComparison.Ordinal);
    }

    static string Words(XElement svg) => string.Concat(svg.Descendants().Where(x => x.Name.LocalName == "text").Select(x => x.Value));
}
