using System.Text;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Evidence;

public sealed partial class EvidenceTests(PipelineSite pipeline) : IClassFixture<PipelineSite>
{
    readonly Site site = pipeline.Site;

    [Theory]
    [InlineData("E01", "year_to_date")]
    [InlineData("E05", "month")]
    [InlineData("E07", "quarter")]
    [InlineData("E12", "quarter")]
    [InlineData("C07", "month")]
    [InlineData("E21", "year")]
    [InlineData("D04", "month")]
    public async Task Figure_IsComputedAgainFromItsRows_AndReproduces(string indicator, string frequency)
    {
        foreach (var id in await Figures(indicator, frequency))
        {
            var evidence = await site.Json($"/api/v1/figures/{id}/evidence");

            Assert.True(evidence.GetProperty("reproduces").GetBoolean(), id);
            var rows = evidence.GetProperty("rows").EnumerateArray().ToList();
            Assert.Equal(Math.Min(20, evidence.GetProperty("sourceRows").GetInt64()), rows.Count);
            Assert.All(rows, row => Assert.True(row.GetProperty("line").GetInt32() > 1));
            Assert.Equal(evidence.GetProperty("sourceRows").GetInt64(), evidence.GetProperty("files").EnumerateArray().Sum(file => file.GetProperty("rowsUsed").GetInt64()));
            var result = evidence.GetProperty("formulaWithNumbers").GetString()!.Split(" = ")[^1].Replace(",", "", StringComparison.Ordinal);
            Assert.Equal(evidence.GetProperty("figure").GetProperty("value").GetDecimal(), decimal.Parse(result, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Rows_AreLeftOut_OrComeInPages()
    {
        var id = (await Figures("E07", "quarter")).First();
        var counted = await site.Json($"/api/v1/figures/{id}/evidence?rows=count");
        var total = counted.GetProperty("sourceRows").GetInt64();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, counted.GetProperty("rows").ValueKind);

        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await site.Json($"/api/v1/figures/{id}/evidence?rows=full&limit=37{(cursor.Length == 0 ? "" : "&cursor=" + cursor)}");
            seen.AddRange(page.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("fileName")}:{row.GetProperty("line")}:{row.GetProperty("member")}"));
            cursor = page.GetProperty("next").GetString();
        }
        Assert.Equal(total, seen.Count);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task RowsAsAFile_AddUpToTheParts()
    {
        var id = (await Figures("E07", "quarter")).First();
        var parts = (await site.Json($"/api/v1/figures/{id}/evidence?rows=count")).GetProperty("parts").EnumerateArray().ToList();

        var lines = (await site.Text($"/evidence/{id}.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        var columns = lines[0].Split(',').ToList();
        Assert.Equal("source", columns[0]);
        Assert.Contains("employer_name", columns);
        Assert.All(parts, part => Assert.Equal(
            part.GetProperty("sum").GetDecimal(),
            lines.Skip(1).Sum(line => decimal.Parse(line.Split(',')[columns.IndexOf("adds_" + part.GetProperty("name").GetString())], System.Globalization.CultureInfo.InvariantCulture))));
    }

    /// <summary>No answer may hold an identity number or a whole credit code of the files, wherever one looks.</summary>
    [Fact]
    public async Task NoAnswer_HoldsAnIdentifierOfTheFiles()
    {
        var canaries = Identifiers();
        Assert.True(canaries.Count > 100, $"Only {canaries.Count} identifiers were found in the generated text files.");
        var paths = new List<string> { "/", "/loads", "/api/v1/releases/current" };
        foreach (var (indicator, frequency) in new[] { ("E01", "year_to_date"), ("E05", "month"), ("E07", "quarter"), ("C07", "month"), ("D05", "month") })
            foreach (var id in (await Figures(indicator, frequency)).Take(2))
                paths.AddRange([$"/evidence/{id}", $"/evidence/{id}.csv", $"/api/v1/figures/{id}/evidence?rows=full&limit=1000"]);

        foreach (var path in paths)
        {
            var body = await site.Text(path, "zh");
            Assert.DoesNotContain(LongNumbers().Matches(body).Select(m => m.Value), canaries.Contains);
        }
    }

    [Theory]
    [InlineData("zh", "由源数据重新计算，结果与发布值一致", "合成数据")]
    [InlineData("en", "Computed again from the source rows: the same figure", "Synthetic data")]
    public async Task Page_LeadsFromTheFigureToItsRows(string language, string verdict, string mark)
    {
        var id = (await Figures("E05", "month")).Last();

        var page = await site.Text($"/evidence/{id}", language);

        Assert.Contains(verdict, page, StringComparison.Ordinal);
        Assert.Contains(mark, page, StringComparison.Ordinal);
        Assert.Contains(SourceNames.Part("registered_unemployed", RequestLanguage.For(language)), page, StringComparison.Ordinal);
        Assert.DoesNotContain("registered_unemployed", page, StringComparison.Ordinal);
        Assert.Contains("÷", page, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x", page, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(page, "<table"), Regex.Count(page, "<caption>"));
    }

    [Fact]
    public async Task IndicatorOfGroupsAlone_ShowsItsGroups()
    {
        var city = (await site.Json("/api/v1/cities")).GetProperty("cities")[0].GetProperty("code").GetInt32();

        var page = await site.Text($"/cities/{city}/indicators/E08", "zh");

        Assert.Contains("按职业大类分组", page, StringComparison.Ordinal);
        Assert.Contains("专业技术人员", page, StringComparison.Ordinal);
        Assert.Contains($"/cities/{city}/indicators/E08", await site.Text($"/cities/{city}", "zh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryLink_OfThePages_IsAnswered()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/"]);
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        while (waiting.TryDequeue(out var path) && seen.Count < 150)
        {
            if (!seen.Add(path)) continue;
            var answer = await client.GetAsync(path);
            Assert.True((int)answer.StatusCode == 200, $"{path} gave {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            // One of each kind of page is enough: the third part of an address names an instance.
            foreach (var link in Links().Matches(await answer.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal)))
                if (!link.StartsWith("/evidence/", StringComparison.Ordinal) || seen.Count(x => x.StartsWith("/evidence/", StringComparison.Ordinal)) + waiting.Count(x => x.StartsWith("/evidence/", StringComparison.Ordinal)) < 5)
                    waiting.Enqueue(link);
        }
        Assert.True(seen.Count > 40, $"Only {seen.Count} pages are linked.");
    }

    async Task<List<string>> Figures(string indicator, string frequency)
    {
        var found = await site.Json($"/api/v1/observations?indicator={indicator}&frequency={frequency}&variant=main");
        return found.GetProperty("observations").EnumerateArray().Where(x => x.GetProperty("status").GetString() == "normal")
            .Select(x => x.GetProperty("figureId").GetString()!).TakeLast(3).ToList();
    }

    HashSet<string> Identifiers()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(pipeline.Generated, "*.csv", SearchOption.AllDirectories).Where(file => !file.Contains("/truth/", StringComparison.Ordinal)))
            // Identifiers are ASCII, whatever the file's encoding.
            foreach (Match match in IdentityNumbers().Matches(Encoding.Latin1.GetString(File.ReadAllBytes(file))))
                found.Add(match.Value);
        return found;
    }

    [GeneratedRegex(@"(?<![0-9A-Z])(?:\d{17}[\dX]|[0-9A-Z]{18})(?![0-9A-Z])")]
    private static partial Regex IdentityNumbers();

    [GeneratedRegex("[0-9A-Z]{18}")]
    private static partial Regex LongNumbers();

    [GeneratedRegex("href=\"(/[^\"#]*)")]
    private static partial Regex Links();
}
