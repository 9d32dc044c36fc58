using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Figures;
using Xunit.Abstractions;

namespace DemoCityAnalytics.Ingest.Tests;

/// <summary>Files that others wrote. The expected figures were counted by an independent program.</summary>
public sealed class RealFilesTests(ITestOutputHelper output)
{
    [SharedFact("data/public-service-postings.csv")]
    public async Task Postings_of_two_public_services()
    {
        var path = SharedFolder.PathOf("data/public-service-postings.csv");
        using var warehouse = new TemporaryWarehouse();
        var report = await warehouse.Loader.Load("job_postings", path, LoadOptions.Default, null, CancellationToken.None);
        Show(report);

        Assert.Equal(LoadOutcome.Loaded, report.Outcome);
        Assert.Equal(("utf-8", "csv", "open_data_2025"), (report.Encoding, report.Format, report.HeaderVersion));
        Assert.Equal(6005, report.RowsRead);
        Assert.Equal(report.RowsRead, report.RowsAccepted + report.RowsRejected);
        Assert.Equal(6005, report.RowsAccepted);
        Assert.Equal(6005, warehouse.Count("SELECT count(DISTINCT posting_id) FROM stg.job_postings"));
        Assert.Equal(4803, warehouse.Count("SELECT count(*) FROM stg.job_postings WHERE channel = 'GGFW_HRSS_GD'"));
        Assert.Equal(1202, warehouse.Count("SELECT count(*) FROM stg.job_postings WHERE channel = 'JOBONLINE'"));
        // No indicator asks for coordinates, so the contract leaves them out; the reader has them.
        var rows = new DeclaredTable(new Dialect((byte)','), 19).Read(path);
        Assert.Equal((6005, 3115), (rows.Count, rows.Count(row => row.Cells![8].Length > 0 && row.Cells[9].Length > 0)));
        Assert.Equal(1116, warehouse.Count("SELECT count(*) FROM stg.job_postings WHERE education IS NULL"));
        Assert.Equal(4752, warehouse.Count("SELECT count(*) FROM stg.job_postings WHERE city_code = 440100"));
        Assert.Equal(0, warehouse.Count("SELECT count(*) FROM stg.job_postings WHERE superseded_by IS NOT NULL OR published_on NOT BETWEEN DATE '2024-10-01' AND DATE '2025-08-31'"));
        // The last record begins well below line 6,006, because cells hold line breaks.
        Assert.Equal(18_066, warehouse.Count("SELECT max(line) FROM stg.job_postings") + LastRecordLines(path));

        var again = await warehouse.Loader.Load("job_postings", path, LoadOptions.Default, null, CancellationToken.None);
        Assert.Equal((LoadOutcome.AlreadyLoaded, 0L), (again.Outcome, again.NewRows));
        Assert.Equal(6005, warehouse.Count("SELECT count(*) FROM stg.job_postings"));
    }

    [SharedFact("data/employers.csv")]
    public async Task Employers_with_their_credit_codes()
    {
        var path = SharedFolder.PathOf("data/employers.csv");
        using var warehouse = new TemporaryWarehouse();
        var report = await warehouse.Loader.Load("employers", path, LoadOptions.Default, null, CancellationToken.None);
        Show(report);

        Assert.Equal((LoadOutcome.Loaded, 5692L, 5692L), (report.Outcome, report.RowsRead, report.RowsAccepted));
        Assert.Equal(7, warehouse.Count("SELECT count(*) FROM stg.employers WHERE credit_code IS NULL"));
        Assert.Equal(["5692|5685|5685|5685"], warehouse.Rows(
            "SELECT count(DISTINCT name), count(DISTINCT credit_code), sum(credit_codes_checked)::BIGINT, sum(credit_codes_valid)::BIGINT FROM stg.employers"));
        Assert.Equal(["3892|5353326|5610"], warehouse.Rows(
            "SELECT count(insured_count), sum(insured_count)::BIGINT, count(*) FILTER (WHERE status = '开业') FROM stg.employers"));
        var again = await warehouse.Loader.Load("employers", path, LoadOptions.Default, null, CancellationToken.None);
        Assert.Equal(0, again.NewRows);
    }

    [SharedFact("data/lagou.csv")]
    public async Task Postings_of_a_job_board_in_GBK_with_a_blank_record_after_every_row()
    {
        var path = SharedFolder.PathOf("data/lagou.csv");
        using var warehouse = new TemporaryWarehouse();
        var report = await warehouse.Loader.Load("job_postings", path, LoadOptions.Default, null, CancellationToken.None);
        Show(report);

        Assert.Equal((LoadOutcome.Loaded, "gb18030", "job_board_2018"), (report.Outcome, report.Encoding, report.HeaderVersion));
        Assert.Equal((870L, 435L, 435L, 435L), (report.BlankRecords + report.RowsRead, report.BlankRecords, report.RowsRead, report.RowsAccepted));
        Assert.Equal((1L, 433L), (report.HeaderRecords, warehouse.Count("SELECT count(DISTINCT posting_id) FROM stg.job_postings")));
        Assert.Equal(["433|2"], warehouse.Rows("SELECT count(*) FILTER (WHERE superseded_by IS NULL), count(*) FILTER (WHERE superseded_by IS NOT NULL) FROM stg.job_postings"));
        Assert.Equal(2, report.RowsSuperseded);
        Assert.Equal(["5693000|10041000"], warehouse.Rows("SELECT sum(salary_min), sum(salary_max) FROM stg.job_postings"));
        Assert.Equal(["228|70|34|29|0"], warehouse.Rows(
            """
            SELECT count(*) FILTER (WHERE city_code = 110000), count(*) FILTER (WHERE city_code = 310000),
                   count(*) FILTER (WHERE city_code = 440300), count(*) FILTER (WHERE city_code = 330100), count(*) FILTER (WHERE city_code = -1)
            FROM stg.job_postings
            """));
    }

    [SharedFact("data/us-laus-2012.json-stat.json")]
    public async Task Labour_statistics_of_3220_areas_as_an_aggregate()
    {
        var path = SharedFolder.PathOf("data/us-laus-2012.json-stat.json");
        using var warehouse = new TemporaryWarehouse();
        var report = await warehouse.Loader.Load("labour_area_statistics", path, LoadOptions.Default, null, CancellationToken.None);
        Show(report);

        Assert.Equal((LoadOutcome.Loaded, "json-stat", 3220L), (report.Outcome, report.Format, report.RowsAccepted));
        Assert.Equal(["156263091|143574278|12688813|3220"], warehouse.Rows(
            "SELECT sum(labour_force)::BIGINT, sum(employed)::BIGINT, sum(unemployed)::BIGINT, count(*) FILTER (WHERE employed + unemployed = labour_force) FROM stg.labour_area_statistics"));
        Assert.Equal(1, warehouse.Count("SELECT count(*) FROM stg.labour_area_statistics WHERE area_id = '01001'"));
        var rates = warehouse.Rows("SELECT unemployed, labour_force, published_rate FROM stg.labour_area_statistics").Select(row => row.Split('|')).ToList();
        Assert.All(rates, row => Assert.Equal(decimal.Parse(row[2]), HalfUp.Quotient(long.Parse(row[0]), long.Parse(row[1]), 100, 1)));
        Assert.Equal(["8.1202|7.9276"], warehouse.Rows(
            """
            SELECT round(100 * sum(unemployed)::DECIMAL(20, 10) / sum(labour_force)::DECIMAL(20, 10), 4), round(sum(published_rate)::DECIMAL(20, 10) / count(*), 4)
            FROM stg.labour_area_statistics
            """));
    }

    [SharedFact("data/indeed-us-daily-index.csv")]
    public async Task A_published_daily_index_of_postings()
    {
        using var warehouse = new TemporaryWarehouse();
        var report = await warehouse.Loader.Load("posting_index", SharedFolder.PathOf("data/indeed-us-daily-index.csv"), LoadOptions.Default, null, CancellationToken.None);
        Show(report);

        Assert.Equal((LoadOutcome.Loaded, "hiring_lab", 4774L, 4774L, 0L), (report.Outcome, report.HeaderVersion, report.RowsRead, report.RowsAccepted, report.RowsSuperseded));
        Assert.Equal(["2387|2387|594905.59|606466.95"], warehouse.Rows(
            "SELECT count(DISTINCT observed_on), count(*) FILTER (WHERE kind = 'new postings'), sum(adjusted_index), sum(index_value) FROM stg.posting_index"));
    }

    [SharedFact("data/asvs-5.0.0.csv")]
    public void A_table_of_no_source_is_read_whole()
    {
        var rows = new DeclaredTable(new Dialect((byte)','), 7).Read(SharedFolder.PathOf("data/asvs-5.0.0.csv"));

        Assert.All(rows, row => Assert.NotNull(row.Cells));
        Assert.Equal(["1: 70", "2: 183", "3: 92"], rows.GroupBy(row => row.Cells![6]).OrderBy(level => level.Key, StringComparer.Ordinal).Select(level => $"{level.Key}: {level.Count()}"));
    }

    void Show(LoadReport report)
    {
        output.WriteLine($"{report.Outcome}: read {report.RowsRead}, accepted {report.RowsAccepted}, rejected {report.RowsRejected}, blank {report.BlankRecords}, notes {report.NoteRecords}, {report.Elapsed.TotalMilliseconds:0} ms");
        foreach (var count in report.Rejections) output.WriteLine($"  {count.Severity} {count.Rule} {count.Column}: {count.Rows}");
        foreach (var issue in report.Issues.Take(5)) output.WriteLine($"  {issue.En}");
    }

    // Lines of the last record: what follows the last line that begins with a posting's number.
    static int LastRecordLines(string path)
    {
        var lines = File.ReadAllLines(path);
        return lines.Length - Array.FindLastIndex(lines, line => line.StartsWith("GGFW_", StringComparison.Ordinal) || line.StartsWith("JOBONLINE", StringComparison.Ordinal)) - 1;
    }
}
