using System.Globalization;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Tests.Hosting;
using SkiaSharp;

namespace DemoCityAnalytics.Api.Tests.Charts;

public sealed class ChartTests(OpenSite open) : IClassFixture<OpenSite>
{
    public static TheoryData<string> Charts =>
    [
        "indicator=E05&city=130100", "indicator=E01&city=130100&frequency=year_to_date", "indicator=E08&city=130100,130200,510100&frequency=quarter",
        "indicator=E12&city=510100&variant=seekers&frequency=quarter&width=400&height=300", "indicator=E02&city=130100,130200&width=2000&height=900", "indicator=E21&city=130100&width=400&height=300",
    ];

    /// <summary>Text that reaches the edge of a picture has been cut off; a correct chart leaves an empty frame.</summary>
    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Picture_LeavesItsMarginsEmpty(string query)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            using var client = open.Site.Client();
            var bytes = await client.GetByteArrayAsync($"/api/v1/charts/indicator.png?{query}&lang={language}");
            Assert.Equal([], Inked(SKBitmap.Decode(bytes), margin: 3));
        }
    }

    /// <summary>The top of a clipped title is flat; the gap above the title shows that it is not.</summary>
    [Fact]
    public void MarginCheck_SeesInkAtTheEdge()
    {
        using var picture = new SKBitmap(40, 30);
        picture.Erase(SKColors.White);
        picture.SetPixel(20, 1, SKColors.Black);

        Assert.Equal(["20,1"], Inked(picture, margin: 3));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Svg_IsNamedAndDescribed_AndBearsTheMark(string query)
    {
        var svg = await open.Site.Text($"/api/v1/charts/indicator.svg?{query}&lang=zh");
        var element = System.Xml.Linq.XDocument.Parse(svg).Root!;
        var inside = element.Elements().Take(2).ToList();

        Assert.Equal(["title", "desc"], inside.Select(x => x.Name.LocalName));
        Assert.All(inside, x => Assert.True(x.Value.Length > 5));
        Assert.Contains("合成数据", string.Concat(element.Descendants().Where(x => x.Name.LocalName == "text").Select(x => x.Value)), StringComparison.Ordinal);
        Assert.Equal(svg, await open.Site.Text($"/api/v1/charts/indicator.svg?{query}&lang=zh"));
    }

    [Fact]
    public async Task Chart_OfARelease_IsKeptForGood()
    {
        using var client = open.Site.Client();
        var release = (await open.Site.Json("/api/v1/releases/current")).GetProperty("release").GetProperty("name").GetString();

        var pinned = await client.GetAsync($"/api/v1/charts/indicator.png?indicator=E05&city=130100&release={release}");
        var current = await client.GetAsync("/api/v1/charts/indicator.png?indicator=E05&city=130100");

        Assert.Contains("immutable", pinned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", current.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Stretches_EndAtAGapAndAtABreak()
    {
        static ChartPoint Point(string month, decimal? value, bool joined = true) => new(Warehouse.Calendar.Period.Parse(month), value, null, null, joined);
        var line = new ChartLine("x", [Point("2023-01", 1), Point("2023-02", 2), Point("2023-03", null), Point("2023-04", 3), Point("2023-05", 4, joined: false), Point("2023-06", 5)]);

        Assert.Equal(["1 2", "3", "4 5"], line.Stretches().Select(s => string.Join(' ', s.Select(p => p.Value!.Value.ToString(CultureInfo.InvariantCulture)))));
    }

    [Fact]
    public async Task Page_DrawsAMissingMonthAsAGap_AndDoesNotJoinABreak()
    {
        var page = await open.Site.Text("/cities/130200/indicators/E05", "zh");
        var wide = page[page.IndexOf("chart-wide", StringComparison.Ordinal)..page.IndexOf("chart-narrow", StringComparison.Ordinal)];

        // January to April 2023, June to December 2023, and 2024 on its new basis: three lines.
        Assert.Equal([4, 7, 9], wide.Split("<polyline class=\"line s0\" points=\"").Skip(1).Select(line => line[..line.IndexOf('"', StringComparison.Ordinal)].Split(' ').Length));
    }

    internal static List<string> Inked(SKBitmap picture, int margin)
    {
        var background = picture.GetPixel(0, 0);
        return (from y in Enumerable.Range(0, picture.Height)
                from x in Enumerable.Range(0, picture.Width)
                where x < margin || y < margin || x >= picture.Width - margin || y >= picture.Height - margin
                where picture.GetPixel(x, y) != background
                select $"{x},{y}").Take(5).ToList();
    }
}
