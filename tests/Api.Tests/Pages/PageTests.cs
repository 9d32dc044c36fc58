using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Pages;

public sealed partial class PageTests(OpenSite open) : IClassFixture<OpenSite>
{
    public static readonly string[] Addresses =
    [
        "/", "/indicators", "/indicators?q=就业", "/indicators/E05", "/cities/130100", "/cities/130200", "/cities/130100/scorecard", "/cities/130100/scorecard?period=2023-12",
        "/cities/130100/indicators/E01?frequency=year_to_date", "/cities/130200/indicators/E05", "/cities/130100/indicators/C07", "/cities/130100/indicators/E12?frequency=quarter&variant=seekers",
        "/loads", "/loads?source=job_postings&state=rejected", "/quality", "/quality?city=130100", "/login", "/docs/problems", "/docs/problems/unknown-indicator", "/docs/api", "/data", "/help", "/vintages/E05/130100",
    ];

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var address in Addresses)
                foreach (var language in new[] { "zh", "en" })
                    pages.Add(address, language);
            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_IsWellFormedInEachLanguage(string address, string language)
    {
        var page = await open.Site.Text(address, language);

        Assert.Contains(language == "zh" ? "<html lang=\"zh-CN\">" : "<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Equal(1, Count(page, "<h1>"));
        Assert.Contains("class=\"skip\" href=\"#content\"", page, StringComparison.Ordinal);
        Assert.Equal(Count(page, "<table"), Count(page, "<caption>"));
        Assert.Equal(0, Count(page, "&#x"));
        Assert.Equal(Count(page, "<script"), Count(page, "<script src=\"/assets/")); // nothing runs from inside a page
        Assert.Equal(0, Count(page, " style="));
        Assert.DoesNotContain(Headings().Matches(page), heading => heading.Value.Trim().Length == 0);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_LoadsNothingFromOutside(string address, string language)
    {
        var page = await open.Site.Text(address, language);

        Assert.All(References().Matches(page).Select(m => m.Groups[1].Value), reference => Assert.StartsWith("/", reference.TrimStart('#') is "content" ? "/" : reference, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfASyntheticRelease_BearsTheMark(string address, string language)
    {
        var mark = language == "zh" ? "合成数据" : "Synthetic data";
        var page = await open.Site.Text(address, language);

        Assert.Contains($"class=\"synthetic\" role=\"note\"><strong>{mark}", page, StringComparison.Ordinal);
        if (page.Contains("<svg class=\"chart", StringComparison.Ordinal)) Assert.Equal(2, Count(page, $"class=\"mark end\""));
    }

    [Fact]
    public async Task Page_OfARealRelease_BearsNoMark()
    {
        await using var real = await Site.Start(folder => SampleRelease.Publish(folder, synthetic: false), ("Access:AnonymousRole", "Expert"));

        foreach (var address in Addresses)
            Assert.DoesNotContain("合成数据", await real.Text(address, "zh"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cities/130100/scorecard")]
    [InlineData("/cities/130200/indicators/E05")]
    [InlineData("/cities/130100")]
    public async Task BothLanguages_ShowTheSameFigures(string address)
    {
        // Sentences put the same figures in another order.
        static IEnumerable<string> Rates(string page) => Percentages().Matches(page).Select(m => m.Value).Order(StringComparer.Ordinal);

        Assert.Equal(Rates(await open.Site.Text(address, "zh")), Rates(await open.Site.Text(address, "en")));
    }

    [Fact]
    public async Task Scorecard_SaysEachVerdictInShapeAndWord_AndDifferencesOfRatesInPoints()
    {
        var page = await open.Site.Text("/cities/130100/scorecard", "zh");

        foreach (var verdict in new[] { "✓</span> 达标", "✓</span> 超序时", "△</span> 接近", "✕</span> 未达" }) Assert.Contains(verdict, page, StringComparison.Ordinal);
        Assert.Contains("较创建前 −0.24个百分点", page, StringComparison.Ordinal);
        Assert.Contains("<span title=\"82,440人\">8.24万人</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Scorecards", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalogue_FindsByChineseAndEnglishWords()
    {
        Assert.Contains("共 10 项，列出 1 项", await open.Site.Text("/indicators?q=失业率", "zh"), StringComparison.Ordinal);
        Assert.Contains("1 of 10 indicators", await open.Site.Text("/indicators?q=match rate", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_IsRemembered()
    {
        using var client = open.Site.Client();
        var chosen = await client.GetAsync("/?lang=en");
        var cookie = chosen.Headers.GetValues("Set-Cookie").Single(x => x.StartsWith("lang=", StringComparison.Ordinal));

        var next = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/indicators") { Headers = { { "Cookie", cookie.Split(';')[0] }, { "Accept-Language", "zh-CN" } } });

        Assert.Contains("lang=\"en\"", await next.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part));

    [GeneratedRegex("(?<=<(?:h1|h2|th scope=\"col\"|caption)[^>]*>)[^<]*(?=<)")]
    private static partial Regex Headings();

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex References();

    [GeneratedRegex(@"−?\d+\.\d+%")]
    private static partial Regex Percentages();
}
