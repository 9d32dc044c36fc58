using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Ingest.Tests.Formats;

/// <summary>Parquet files, and files and streams of Arrow, are tables like any other: head by name, values typed, wrong rows rejected.</summary>
public sealed class ColumnarFilesTests
{
    const string Rows =
        """
        SELECT * FROM (VALUES
            ('P1', '钳工', 130100, DATE '2024-03-05', 3::BIGINT, 5200.5::DECIMAL(10, 2), TIMESTAMPTZ '2024-03-05 08:30:00+08', [1, 2]),
            ('P2', '车工', 130200, DATE '2024-03-06', NULL,      8000::DOUBLE,           NULL,                                 NULL),
            ('P3', NULL,   130200, DATE '2024-03-06', 1,         8000::DOUBLE,           NULL,                                 NULL))
            AS posting(招聘编号, 岗位名称, 工作地点行政区划, 发布日期, 招聘人数, 最低月薪, 更新时间, 标签)
        """;

    [Fact]
    public async Task A_Parquet_file_is_read_with_its_types()
    {
        using var warehouse = new TemporaryWarehouse();
        var path = Path.Combine(warehouse.Folder, "postings.parquet");
        using (var connection = warehouse.Database.Connect()) connection.Execute($"COPY ({Rows}) TO {Sql.Literal(path)} (FORMAT parquet)");
        await AssertLoaded(warehouse, path, "parquet");
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(true, CompressionCodecType.Lz4Frame)]
    [InlineData(false, CompressionCodecType.Lz4Frame)]
    [InlineData(true, CompressionCodecType.Zstd)]
    [InlineData(false, CompressionCodecType.Zstd)]
    public async Task An_Arrow_file_or_stream_compressed_or_not_is_read_with_its_types(bool isFile, CompressionCodecType? codec)
    {
        var options = new IpcOptions { CompressionCodec = codec, CompressionCodecFactory = new CompressionCodecFactory() };
        using var warehouse = new TemporaryWarehouse();
        var path = Path.Combine(warehouse.Folder, "postings.arrow");
        using (var connection = warehouse.Database.Connect())
        await using (var content = new FileStream(path, FileMode.CreateNew))
        {
            using var command = connection.Command(Rows);
            command.UseStreamingMode = true;
            using var rows = command.ExecuteArrowStream();
            using var writer = isFile ? new ArrowFileWriter(content, rows.Schema, leaveOpen: false, options) : new ArrowStreamWriter(content, rows.Schema, leaveOpen: false, options);
            while (await rows.ReadNextRecordBatchAsync() is { } batch) await writer.WriteRecordBatchAsync(batch);
            await writer.WriteEndAsync();
        }
        await AssertLoaded(warehouse, path, "arrow");
    }

    [Fact]
    public async Task A_damaged_columnar_file_is_refused_in_words()
    {
        using var warehouse = new TemporaryWarehouse();
        foreach (var content in new[] { "PAR1 and no more PAR1"u8.ToArray(), [.. "ARROW1"u8, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8] })
        {
            var report = await warehouse.Load("job_postings", "broken.bin", content);
            Assert.Equal(LoadOutcome.Failed, report.Outcome);
            Assert.Contains("columnar file", report.Issues.Single().En, StringComparison.Ordinal);
        }
    }

    static async Task AssertLoaded(TemporaryWarehouse warehouse, string path, string format)
    {
        var report = await warehouse.Loader.Load("job_postings", path, LoadOptions.Default, null, CancellationToken.None);
        Assert.Empty(report.Issues.Select(issue => issue.En));
        Assert.Equal((LoadOutcome.Loaded, format, 3L, 2L, 1L, 0L), (report.Outcome, report.Format, report.RowsRead, report.RowsAccepted, report.RowsRejected, report.HeaderRecords));
        Assert.Equal(["标签"], report.UnknownColumns);
        Assert.Equal(
            ["1|P1|钳工|130100|2024-03-05|3|5200.50|2024-03-05 08:30:00", "2|P2|车工|130200|2024-03-06||8000.00|"],
            warehouse.Rows("SELECT line, posting_id, title, city_code, published_on, openings, salary_min, updated_at FROM stg.job_postings ORDER BY line"));
        Assert.Equal(["3|title|required"], warehouse.Rows("SELECT line, column_name, rule FROM ops.rejection"));
    }
}
