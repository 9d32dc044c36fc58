using System.IO.Compression;
using System.Text;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Ingest.Tests;

public sealed class RejectedRowsTests
{
    static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    const string Seekers =
        """
        市求职登记表;;;;;
        姓名;登记编号;身份证号;区划;求职登记时间;备注
        张三;S1;11010519491231002X;130100;2024-03-05;x
        欧阳娜娜;S2;11010519491231002X;130100;昨天;"电话13812345678; 转
        李四"
        王五;S3;;990000;2031-01-01;11010519491231002X
        坏行;S4
        赵六;S5;;130100;2024-03-05;多;余
        """;

    [Fact]
    public async Task They_come_back_as_they_were_sent_with_reason_and_remedy_and_without_persons()
    {
        using var warehouse = new TemporaryWarehouse();
        var report = await warehouse.Load("job_seeking", "求职.csv", Gb18030.GetBytes(Seekers), new LoadOptions { HeaderVersion = "city_2021" });
        Assert.Equal(LoadOutcome.Failed, report.Outcome);
        var path = Path.Combine(warehouse.Folder, "求职.csv");
        await File.WriteAllBytesAsync(path, Gb18030.GetBytes(Seekers));
        using var output = new MemoryStream();
        var written = await warehouse.Loader.WriteRejected("job_seeking", path, LoadOptions.Default, output, asWorkbook: false, CancellationToken.None);
        var text = Gb18030.GetString(output.ToArray());

        Assert.Equal(new RejectedFile(4, "csv"), written);
        var lines = text.Split("\r\n");
        Assert.Equal("市求职登记表;;;;;", lines[0]);
        Assert.Equal("姓名;登记编号;身份证号;区划;求职登记时间;备注;拒收原因;处理建议", lines[1]);
        Assert.StartsWith("欧**;S2;110105********002X;130100;昨天;\"电话138****5678; 转\n李四\";job_seeking/求职.csv 第4行：“登记日期”为“昨天”，应为日期", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("王**;S3;;990000;2031-01-01;110105********002X;", lines[3], StringComparison.Ordinal);
        Assert.Contains("应为行政区划表中的六位代码或地名", lines[3], StringComparison.Ordinal);
        Assert.Contains("请核对区划代码", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("坏**;S4;;;;;job_seeking/求职.csv", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("赵**;S5;;130100;2024-03-05;多;job_seeking/求职.csv", lines[5], StringComparison.Ordinal);
        Assert.EndsWith(";余", lines[5], StringComparison.Ordinal);
        Assert.DoesNotContain("11010519491231002X", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_of_a_text_come_as_a_workbook_when_asked_for()
    {
        using var warehouse = new TemporaryWarehouse();
        var path = Path.Combine(warehouse.Folder, "a.csv");
        await File.WriteAllTextAsync(path, "招聘编号,岗位名称,工作地点行政区划,发布日期\nA1,钳工,130100,2024-03-05\nA2,,130100,2024-03-06\n");
        using var output = new MemoryStream();

        Assert.Equal(new RejectedFile(1, "xlsx"), await warehouse.Loader.WriteRejected("job_postings", path, LoadOptions.Default, output, asWorkbook: true, CancellationToken.None));

        var again = await warehouse.Load("job_postings", "again.xlsx", output.ToArray());
        Assert.Equal((1L, 1L), (again.RowsRead, again.RowsRejected));
    }

    [Fact]
    public async Task Corrected_they_are_loaded_and_the_added_columns_are_no_matter()
    {
        using var warehouse = new TemporaryWarehouse();
        var report = await warehouse.Load("job_postings", "a.csv", "招聘编号,岗位名称,工作地点行政区划,发布日期\nA1,钳工,130100,2024-03-05\nA2,,130100,2024-03-06\nA3,车工,130100,2024-03-06\n"u8.ToArray());
        using var output = new MemoryStream();
        Assert.Equal(new RejectedFile(1, "csv"), await warehouse.Loader.WriteRejected(report.LoadId!.Value, output, CancellationToken.None));
        var corrected = Encoding.UTF8.GetString(output.ToArray()).Replace("A2,,", "A2,焊工,", StringComparison.Ordinal);
        var again = await warehouse.Load("job_postings", "a-corrected.csv", Encoding.UTF8.GetBytes(corrected));
        Assert.Equal((LoadOutcome.Loaded, 1L, 1L, 0), (again.Outcome, again.RowsRead, again.RowsAccepted, again.UnknownColumns.Count));
        Assert.Equal(["A1", "A2", "A3"], warehouse.Rows("SELECT posting_id FROM stg.job_postings WHERE superseded_by IS NULL ORDER BY 1"));
        await Assert.ThrowsAsync<UnknownLoadException>(() => warehouse.Loader.WriteRejected(4711, output, CancellationToken.None));
    }

    [Fact]
    public async Task Those_of_a_workbook_come_as_a_workbook_sheet_by_sheet()
    {
        using var warehouse = new TemporaryWarehouse();
        using var content = new MemoryStream();
        using (var workbook = new WorkbookWriter(content))
        {
            foreach (var (sheet, title) in new[] { ("一月", ""), ("二月", "钳工"), ("三月", "") })
            {
                workbook.Sheet(sheet);
                workbook.Row(["招聘编号", "岗位名称", "工作地点行政区划", "发布日期"]);
                workbook.Row([sheet + "1", "车工", "130100", "2024-03-05"]);
                workbook.Row([sheet + "2", title, "130100", "2024-03-05"]);
            }
        }
        var report = await warehouse.Load("job_postings", "三个月.xlsx", content.ToArray());
        Assert.Equal((6L, 4L, 2L), (report.RowsRead, report.RowsAccepted, report.RowsRejected));

        using var output = new MemoryStream();
        var path = Path.Combine(warehouse.Folder, "三个月.xlsx");
        await File.WriteAllBytesAsync(path, content.ToArray());
        Assert.Equal(new RejectedFile(2, "xlsx"), await warehouse.Loader.WriteRejected("job_postings", path, LoadOptions.Default, output, asWorkbook: false, CancellationToken.None));
        var again = await warehouse.Load("job_postings", "again.xlsx", output.ToArray());
        Assert.Equal(["一月", "三月"], again.Parts.Select(part => part.Part));

        // One load is one sheet.
        using var third = new MemoryStream();
        await warehouse.Loader.WriteRejected(report.Parts.Single(part => part.Part == "三月").LoadId!.Value, third, CancellationToken.None);
        using var zip = new ZipArchive(third);
        using var xml = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheetText = await xml.ReadToEndAsync();
        Assert.Contains("三月2", sheetText, StringComparison.Ordinal);
        Assert.DoesNotContain("一月2", sheetText, StringComparison.Ordinal);
    }
}
