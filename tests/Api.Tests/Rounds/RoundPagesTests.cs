using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace DemoCityAnalytics.Api.Tests.Rounds;

/// <summary>The pages of a round at every stage, in both languages, as each office sees them.</summary>
public sealed partial class RoundPagesTests
{
    static readonly string[] Offices = ["city-sjz", "hebei", "expert-1", "ministry-1", "operator-1"];

    static readonly string[] Pages =
    [
        "", "/applications/130100", "/cities/130100", "/cities/130100/papers", "/cities/130100/progress", "/cities/130100/samples", "/provinces/130000", "/publicity", "/objections", "/designation",
    ];

    [Fact]
    public async Task Pages_AreWellFormed_AtEveryStage()
    {
        await using var site = await RoundSite.Start();
        var seen = 0;
        async Task Look()
        {
            foreach (var name in Offices)
                foreach (var page in Pages)
                    foreach (var language in new[] { "zh", "en" })
                        if (await Page(site, name, $"/rounds/{RoundSite.Round}{page}", language) is { } html)
                        {
                            WellFormed(html, $"{name} {page} {language}");
                            seen++;
                        }
        }
        await ProgrammeScript.Apply(site);
        await Look();
        await ProgrammeScript.Create(site);
        await ProgrammeScript.Freeze(site);
        await ProgrammeScript.Review(site);
        await Look();
        await Place_IsShownToWhoSeesTheRanking(site);
        await ProgrammeScript.Recommend(site);
        await ProgrammeScript.Evaluate(site);
        await ProgrammeScript.Designate(site);
        await ProgrammeScript.Supervise(site);
        await Look();
        Assert.True(seen > 180, $"Only {seen} pages were shown.");
    }

    static async Task Place_IsShownToWhoSeesTheRanking(RoundSite site)
    {
        foreach (var address in new[] { "/cities/130100/scorecard", $"/rounds/{RoundSite.Round}/cities/130100" })
        {
            foreach (var office in new[] { "hebei", "ministry-1" })
                Assert.Contains("省内第 1 位（参评 2 个城市，名额内，共 1 个名额）", await Page(site, office, address, "zh"), StringComparison.Ordinal);
            Assert.DoesNotContain("省内第", await Page(site, "city-sjz", address, "zh"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Public_ReadsTheLists_AndNothingOfTheWork()
    {
        await using var site = await RoundSite.Start();
        await ProgrammeScript.Apply(site);
        foreach (var page in new[] { "/rounds", $"/rounds/{RoundSite.Round}", $"/rounds/{RoundSite.Round}/publicity" })
            WellFormed((await Page(site, null, page, "zh"))!, page);
        Assert.DoesNotContain("石家庄市", await Page(site, null, $"/rounds/{RoundSite.Round}", "zh"), StringComparison.Ordinal);
        Assert.Null(await Page(site, null, $"/rounds/{RoundSite.Round}/applications/130100", "zh"));
        Assert.Null(await Page(site, "city-ts", $"/rounds/{RoundSite.Round}/applications/130100", "zh"));
        Assert.Null(await Page(site, "city-sjz", $"/rounds/{RoundSite.Round}/provinces/130000", "zh"));
    }

    [Theory]
    [InlineData("city-sjz", "/applications/130100/form")]
    [InlineData("city-sjz", "/cities/130100/scores")]
    [InlineData("hebei", "/provinces/130000/recommendation")]
    public async Task Papers_ArePrinted(string name, string paper)
    {
        await using var site = await RoundSite.Start();
        await ProgrammeScript.Apply(site);
        await ProgrammeScript.Create(site);
        await ProgrammeScript.Freeze(site);
        var caller = site.As(name);

        Assert.Equal("PK"u8.ToArray(), (await caller.Bytes(paper + ".docx"))[..2]);
        await caller.Refused(HttpMethod.Get, paper + ".odt", null, null, HttpStatusCode.NotAcceptable, "not-acceptable");
        if (site.Site.Services.GetRequiredService<DemoCityAnalytics.Api.Printing.PdfPrinter>().Program is null && Environment.GetEnvironmentVariable("CI") != "true") return; // a machine without a browser answers 501, see below
        var bytes = await caller.Bytes(paper + ".pdf");
        if (Environment.GetEnvironmentVariable("DCA_PAPERS") is { } folder) await File.WriteAllBytesAsync(Path.Combine(folder, paper.Trim('/').Replace('/', '-') + ".pdf"), bytes);
        using var pdf = PdfDocument.Open(bytes);
        var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
        Assert.Contains("城市", text, StringComparison.Ordinal);
        Assert.Contains(paper.StartsWith("/cities", StringComparison.Ordinal) ? "评分标准及依据" : "石家庄市", text, StringComparison.Ordinal);
        // Characters of the radicals block look right and are found by no search.
        Assert.DoesNotContain(text, letter => letter is >= '\u2E80' and <= '\u2FDF');
        Assert.Contains("/StructTreeRoot", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.All(pdf.GetPages(), page => Assert.Equal((595, 842), ((int)Math.Round(page.Width, MidpointRounding.AwayFromZero), (int)Math.Round(page.Height, MidpointRounding.AwayFromZero))));
    }

    [Fact]
    public async Task Pdf_WithoutABrowser_SaysWhatToTakeInstead()
    {
        await using var site = await RoundSite.Start(("Api:Chromium", "/bin/false"));
        await ProgrammeScript.Apply(site);

        await site.As("city-sjz").Refused(HttpMethod.Get, "/applications/130100/form.pdf", null, null, HttpStatusCode.NotImplemented, "no-printer");
    }

    /// <summary>The page, or null when the caller may not see it.</summary>
    static async Task<string?> Page(RoundSite site, string? name, string path, string language)
    {
        using var client = site.Site.Client(name is null ? null : "key-of-" + name);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var answer = await client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect or HttpStatusCode.NotFound or HttpStatusCode.Unauthorized) return null;
        Assert.True(answer.IsSuccessStatusCode, $"{name} {path} gave {(int)answer.StatusCode}: {text}");
        return text;
    }

    static void WellFormed(string page, string where)
    {
        Assert.True(Regex.Count(page, "<h1>") == 1, where);
        Assert.True(Regex.Count(page, "<table") == Regex.Count(page, "<caption>"), $"{where}: a table without a caption");
        foreach (var never in new[] { "&#x", " style=", "onclick=", "System.", "DemoCityAnalytics" }) Assert.False(page.Contains(never, StringComparison.Ordinal), $"{where} holds {never}");
        Assert.True(Regex.Count(page, "<form method=\"post\"") == Regex.Count(page, "name=\"__RequestVerificationToken\""), $"{where}: a form without its token");
        foreach (Match field in Fields().Matches(page))
            if (!field.Value.Contains("type=\"hidden\"", StringComparison.Ordinal) && !field.Value.Contains("aria-label=", StringComparison.Ordinal) && !page.Contains($"for=\"{Id().Match(field.Value).Groups[1].Value}\"", StringComparison.Ordinal)
                && !field.Value.Contains("name=\"cities\"", StringComparison.Ordinal))
                Assert.Fail($"{where}: {field.Value} has no label");
    }

    [GeneratedRegex("<(?:input|select|textarea)[^>]*>")]
    private static partial Regex Fields();

    [GeneratedRegex("\\bid=\"([^\"]+)\"")]
    private static partial Regex Id();
}
