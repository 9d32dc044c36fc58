using System.IO.Compression;
using System.Text;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Ingest.Tests;

public sealed class ExplainTests
{
    const string Head = "招聘编号,岗位名称,工作地点行政区划,发布日期,备注\n";

    [Fact]
    public async Task Explain_GoesThroughAContainer_AndLoadsNothing()
    {
        using var warehouse = new TemporaryWarehouse();
        var explanation = await Explained(warehouse, "a.zip", content =>
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true);
            Entry(zip, "一月.csv", CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Head + "A1,钳工,130100,2024-01-05,\nA2,,130100,2024-01-05,\n"));
            Entry(zip, "二月/二月.csv", Encoding.UTF8.GetBytes(Head + "A3,车工,130200,2024-02-05,\n"));
        });

        Assert.Equal("job_postings", explanation.Source);
        Assert.Equal(["一月.csv", "二月/二月.csv"], explanation.Parts.Select(part => part.Expected.Part));
        Assert.Equal(["gb18030", "utf-8"], explanation.Parts.Select(part => part.Encoding));
        Assert.All(explanation.Parts, part => Assert.Equal(["备注"], part.Expected.UnknownColumns));
        Assert.Equal((3L, 2L, 1L), (explanation.Expected.RowsRead, explanation.Expected.RowsAccepted, explanation.Expected.RowsRejected));
        Assert.Equal([130100, 130200], explanation.Cities.Order());
        Assert.Equal(0, warehouse.Count("SELECT count(*) FROM ops.load"));
        Assert.False(Directory.Exists(Path.Combine(warehouse.Folder, "archive")));
    }

    [Fact]
    public async Task Explain_NamesTheCitiesOfEverySheet()
    {
        using var warehouse = new TemporaryWarehouse();
        var explanation = await Explained(warehouse, "a.xlsx", content =>
        {
            using var workbook = new WorkbookWriter(content);
            foreach (var (sheet, city) in new[] { ("甲", "130100"), ("乙", "130200") })
            {
                workbook.Sheet(sheet);
                workbook.Row(Head.Trim().Split(','));
                workbook.Row([sheet, "钳工", city, "2024-01-05", ""]);
            }
        });
        Assert.Equal([130100, 130200], explanation.Cities.Order());
        Assert.Equal(["乙", "甲"], explanation.Parts.Select(part => part.Expected.Part).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("foo,bar\n1,2\n", "Its head is that of no source")]
    [InlineData("招聘编号,岗位名称\nA1,钳工\n\u00d5\u00d0,1\n", "holds bytes of another encoding from line 3 on")]
    [InlineData("招聘编号,岗位名称\nA1,钳\u00e5\u00b7", "ends in the middle of a character on line 2")]
    [InlineData("\u0081\u00ff\u0001\u00fe", "neither text nor a table")]
    public async Task Explain_SaysInPlainWords_WhatAFileIsNot(string text, string expected)
    {
        using var warehouse = new TemporaryWarehouse();
        // Latin letters stand for their bytes.
        byte[] bytes = [.. text.EnumerateRunes().SelectMany(rune => rune.Value is >= 0x80 and < 0x100 ? [(byte)rune.Value] : Encoding.UTF8.GetBytes(rune.ToString()))];
        var explanation = await Explained(warehouse, "a.csv", content => content.Write(bytes));

        Assert.Equal(("", LoadOutcome.Failed), (explanation.Source, explanation.Expected.Outcome));
        Assert.Contains(expected, Assert.Single(explanation.Expected.Issues).En, StringComparison.Ordinal);
    }

    static async Task<Explanation> Explained(TemporaryWarehouse warehouse, string name, Action<Stream> write)
    {
        var path = Path.Combine(warehouse.Folder, name);
        await using (var content = File.Create(path)) write(content);
        return await warehouse.Loader.Explain(path, null, LoadOptions.Default, CancellationToken.None);
    }

    static void Entry(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
