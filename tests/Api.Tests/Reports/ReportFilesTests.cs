using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Printing;
using DemoCityAnalytics.Api.Tests.Hosting;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelDataReader;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace DemoCityAnalytics.Api.Tests.Reports;

/// <summary>One report in all its forms: the same figures in each.</summary>
public sealed partial class ReportFilesTests(OpenSite open) : IClassFixture<OpenSite>
{
    public static TheoryData<string> Reports => ["/cities/130100/scorecard", "/cities/130100", "/cities/130100/market"];

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Forms_HoldTheSameCells(string report)
    {
        using var client = open.Site.Client();
        client.DefaultRequestHeaders.Add("Accept-Language", "zh");
        var tables = JsonDocument.Parse(await client.GetStringAsync(report + ".json")).RootElement.GetProperty("sections").EnumerateArray().SelectMany(x => x.GetProperty("tables").EnumerateArray()).ToList();
        var expected = tables.Select(table => table.GetProperty("rows").EnumerateArray().Select(row => string.Join('|', row.EnumerateArray().Select(cell => cell.GetProperty("text").GetString()))).ToList()).ToList();

        Assert.Equal(expected, Html(await client.GetStringAsync(report + ".html")));
        Assert.Equal(expected, Docx(await client.GetByteArrayAsync(report + ".docx")));
        Assert.NotEmpty(expected.SelectMany(x => x));
        // Numbers are numbers in the workbook: each is the number that the text shows.
        var numbers = tables.SelectMany(table => table.GetProperty("rows").EnumerateArray().SelectMany(row => row.EnumerateArray()))
            .Where(cell => cell.GetProperty("value").ValueKind == JsonValueKind.Number).Select(cell => cell.GetProperty("value").GetDecimal()).ToList();
        Assert.Equal(numbers, Numbers(await client.GetByteArrayAsync(report + ".xlsx")));
        var csv = await client.GetStringAsync(report + ".csv");
        Assert.All(tables.Select(x => x.GetProperty("caption").GetString()!), caption => Assert.Contains(caption, csv, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task WordProcessorFile_IsValid_AndOnOfficialPaper(string report)
    {
        using var client = open.Site.Client();
        using var document = WordprocessingDocument.Open(new MemoryStream(await client.GetByteArrayAsync(report + ".docx")), false);

        var faults = new OpenXmlValidator().Validate(document).Select(x => $"{x.Path?.XPath} {x.Description}").ToList();

        Assert.Equal([], faults);
        var section = document.MainDocumentPart!.Document!.Body!.GetFirstChild<SectionProperties>()!;
        Assert.Equal((2098, 1984u), ((int)section.GetFirstChild<PageMargin>()!.Top!.Value, section.GetFirstChild<PageMargin>()!.Left!.Value + 397u));
        // Justified, the words before a long code would be drawn apart.
        Assert.All(document.MainDocumentPart.Document.Body.Elements<Paragraph>().Where(x => x.InnerText.Contains("R1-000100aabbccddee", StringComparison.Ordinal)), x => Assert.Equal(JustificationValues.Left, x.ParagraphProperties!.Justification!.Val!.Value));
        Assert.All(document.MainDocumentPart.Document.Body.Elements<Table>(), table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>()));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Pdf_CanBeSearched(string report)
    {
        using var client = open.Site.Client();
        client.DefaultRequestHeaders.Add("Accept-Language", "zh");
        var answer = await client.GetAsync(report + ".pdf");
        if (open.Site.Services.GetRequiredService<PdfPrinter>().Program is null)
        {
            Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
            return;
        }

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using var pdf = PdfDocument.Open(bytes);
        var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        // Chinese that looks right but is made of radicals cannot be searched for.
        Assert.DoesNotContain(text, letter => letter is >= '\u2E80' and <= '\u2FDF');
        var cells = JsonDocument.Parse(await client.GetStringAsync(report + ".json")).RootElement.GetProperty("sections").EnumerateArray()
            .SelectMany(x => x.GetProperty("tables").EnumerateArray()).SelectMany(x => x.GetProperty("rows").EnumerateArray()).SelectMany(x => x.EnumerateArray()).Select(x => x.GetProperty("text").GetString()!.Replace(" ", "", StringComparison.Ordinal)).Distinct();
        Assert.Equal([], cells.Where(cell => !text.Contains(cell, StringComparison.Ordinal)));
        Assert.True(pdf.Structure.Catalog.CatalogDictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.Create("StructTreeRoot")), "The PDF is not tagged.");
        Assert.Equal(595, pdf.GetPage(1).Width, 1.0);
    }

    [Fact]
    public async Task Report_BearsTheMark_InEveryForm()
    {
        using var client = open.Site.Client();
        client.DefaultRequestHeaders.Add("Accept-Language", "zh");

        foreach (var form in new[] { "html", "json", "csv" })
            Assert.Contains("合成数据", await client.GetStringAsync("/cities/130100/scorecard." + form), StringComparison.Ordinal);
        using var document = WordprocessingDocument.Open(new MemoryStream(await client.GetByteArrayAsync("/cities/130100/scorecard.docx")), false);
        Assert.Contains("合成数据", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarketAnalysis_HasTheStandardTables_AndSaysWhyOneHasNoFigures()
    {
        using var client = open.Site.Client();
        client.DefaultRequestHeaders.Add("Accept-Language", "zh");

        var tables = JsonDocument.Parse(await client.GetStringAsync("/cities/130100/market.json?period=2024-Q2")).RootElement.GetProperty("sections").EnumerateArray().SelectMany(x => x.GetProperty("tables").EnumerateArray()).ToList();
        var page = await client.GetStringAsync("/cities/130100/market?period=2024-Q2");
        var ratio = (await open.Site.Json("/api/v1/figures/E07::130100:2024-Q2")).GetProperty("figure").GetProperty("value").GetDecimal();

        Assert.Equal(Enumerable.Range(1, 8).Select(number => $"表{number}"), tables.Select(x => x.GetProperty("caption").GetString()!.Split(' ')[0]).Where(x => x.StartsWith('表')));
        Assert.Equal(ratio, tables[0].GetProperty("rows")[0][3].GetProperty("value").GetDecimal());
        Assert.Contains("不能按行业分组", tables[2].GetProperty("notes")[0].GetString()!, StringComparison.Ordinal);
        Assert.Contains($"求人倍率为{ratio.ToString(CultureInfo.InvariantCulture)}", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cities/130100/indicators/E05.svg?frequency=quarter", "/api/v1/charts/indicator.svg?frequency=quarter&indicator=E05&city=130100")]
    [InlineData("/cities/130100/indicators/E05.csv", "/api/v1/observations.csv?indicator=E05&city=130100")]
    [InlineData("/indicators.json", "/api/v1/indicators")]
    public async Task PageWithAnEnding_LeadsToTheSameContent(string path, string expected)
    {
        using var client = open.Site.Client();
        Assert.Equal(expected, (await client.GetAsync(path)).Headers.Location!.ToString());
        await open.Site.Text(expected);
    }

    [Theory]
    [InlineData("/cities/130100/scorecard.odt", 406)]
    [InlineData("/cities/999999.pdf", 404)]
    [InlineData("/cities/130100/market.docx?period=x", 400)]
    public async Task Mistakes_AreSaid(string path, int status)
    {
        using var client = open.Site.Client();
        Assert.Equal(status, (int)(await client.GetAsync(path)).StatusCode);
    }

    static List<List<string>> Html(string html) => Table().Matches(html).Select(table => BodyRow().Matches(table.Value[table.Value.IndexOf("<tbody>", StringComparison.Ordinal)..])
        .Select(row => string.Join('|', CellText().Matches(row.Value).Select(cell => WebUtility.HtmlDecode(cell.Groups[1].Value)))).ToList()).ToList();

    static List<List<string>> Docx(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        return document.MainDocumentPart!.Document!.Body!.Elements<Table>()
            .Select(table => table.Elements<TableRow>().Skip(1).Select(row => string.Join('|', row.Elements<TableCell>().Select(cell => cell.InnerText))).ToList()).ToList();
    }

    static List<decimal> Numbers(byte[] bytes)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        var numbers = new List<decimal>();
        do
            while (reader.Read())
                for (var i = 0; i < reader.FieldCount; i++)
                    if (reader.GetValue(i) is double number) numbers.Add((decimal)number);
        while (reader.NextResult());
        return numbers;
    }

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex BodyRow();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex CellText();
}
