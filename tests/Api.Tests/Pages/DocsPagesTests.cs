using System.Net;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Pages;

public sealed partial class DocsPagesTests(OpenSite open) : IClassFixture<OpenSite>
{
    async Task<string> ApiPage() => WebUtility.HtmlDecode(await open.Site.Text("/docs/api", "zh")).Replace("<wbr>", "", StringComparison.Ordinal);

    static async Task<List<(string Method, string Path)>> Described(Site site) =>
        (await site.Json("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .Where(path => path.Name.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject().Where(x => x.Name is "get" or "put" or "post" or "delete").Select(x => (x.Name.ToUpperInvariant(), path.Name)))
            .ToList();

    [Fact]
    public async Task ApiPage_ListsEveryOperationOfTheDescription()
    {
        var page = await ApiPage();

        var described = await Described(open.Site);

        Assert.True(described.Count > 60);
        Assert.DoesNotContain(described, x => !page.Contains($"{x.Method} {x.Path}<", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryOperation_HasAChineseName_AndEveryNameAnOperation() =>
        Assert.Equal(
            (await Described(open.Site)).Select(x => $"{x.Method} {x.Path["/api/v1/".Length..]}").Order(StringComparer.Ordinal),
            OperationNames.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task ApiPage_SaysWhoMayCall()
    {
        var page = await ApiPage();

        var row = Row().Matches(page).Single(x => x.Value.Contains("POST /api/v1/uploads<", StringComparison.Ordinal)).Value;

        Assert.Contains("城市、管理员", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataPage_HasTheFilesTheColumnsAndTheCode()
    {
        var page = await open.Site.Text("/data", "zh");
        var csv = await open.Site.Text("/api/v1/observations.csv?indicator=E05");
        var head = csv[..csv.IndexOf('\n')].Trim().TrimStart('\ufeff').Split(',');

        Assert.All(head, column => Assert.Contains($"<span class=\"code\">{column}</span>", page, StringComparison.Ordinal));
        Assert.All(new[] { "<h3>curl</h3>", "<h3>Python</h3>", "updatedAfter=", ".parquet\"" }, text => Assert.Contains(text, page, StringComparison.Ordinal));
        var file = File().Match(page).Groups[1].Value;
        using var client = open.Site.Client();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(file)).StatusCode);
    }

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("href=\"(/api/v1/bulk/[^\"]+parquet)\"")]
    private static partial Regex File();
}
