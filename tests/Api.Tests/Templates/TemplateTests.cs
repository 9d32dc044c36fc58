using System.Net;
using System.Net.Http.Headers;
using DemoCityAnalytics.Api.Tests.Hosting;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace DemoCityAnalytics.Api.Tests.Templates;

/// <summary>A score table as somebody else made it, filled with a scorecard's figures.</summary>
public sealed class TemplateTests(OpenSite open) : IClassFixture<OpenSite>
{
    const string Address = "/api/v1/cities/130100/scorecard/template?period=2024-08";

    [Fact]
    public async Task Marks_BecomeTheScorecardsFigures_AndTheRestStays()
    {
        var (answer, cells) = await Fill(Template("{{city}}评分表", "{{E05}}", "{{E05.target}}", "{{E05.name}}：{{E05}}{{E05.unit}}", "{{E12:seekers}}", "{{E99}}", "自评"));
        var figure = (await open.Site.Json("/api/v1/figures/E05::130100:2024-08")).GetProperty("figure").GetProperty("value").GetDecimal();

        Assert.Equal("石家庄市评分表", cells[0].InnerText);
        Assert.Equal((figure.ToString(System.Globalization.CultureInfo.InvariantCulture), null), (cells[1].CellValue!.Text, cells[1].DataType));
        Assert.Equal(("4.5", null), (cells[2].CellValue!.Text.TrimEnd('0'), cells[2].DataType));
        Assert.Equal($"城镇登记失业率：{figure:0.00}%", cells[3].InnerText);
        Assert.Equal("{{E99}}", cells[5].InnerText);
        Assert.Equal(("6", "s"), (cells[6].CellValue!.Text, cells[6].DataType?.InnerText)); // the place of its text, as it was
        Assert.Contains("E99", answer.Headers.GetValues("Unknown-Marks").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoWorkbook_IsRefused()
    {
        using var client = open.Site.Client();

        var refused = await client.PostAsync(Address, Form("PK nonsense"u8.ToArray()));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.PostAsync(Address, new StringContent("x"))).StatusCode);
    }

    async Task<(HttpResponseMessage Answer, List<Cell> Cells)> Fill(byte[] template)
    {
        using var client = open.Site.Client();
        client.DefaultRequestHeaders.Add("Accept-Language", "zh");
        var answer = await client.PostAsync(Address, Form(template));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var document = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        Assert.Equal([], new OpenXmlValidator().Validate(document).Select(x => x.Description));
        return (answer, document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList());
    }

    static MultipartFormDataContent Form(byte[] file)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { content, "file", "评分表.xlsx" } };
    }

    // Texts in the table of shared strings, as spreadsheet programs keep them.
    static byte[] Template(params string[] texts)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(texts.Select(text => new SharedStringItem(new Text(text))));
            sheet.Worksheet = new Worksheet(new SheetData(texts.Select((_, i) => new Row(new Cell { CellReference = $"A{i + 1}", DataType = CellValues.SharedString, CellValue = new CellValue(i) }) { RowIndex = (uint)(i + 1) })));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "评分表" }));
        }
        return bytes.ToArray();
    }
}
