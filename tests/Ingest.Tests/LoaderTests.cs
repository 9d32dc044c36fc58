using System.Text;
using CsCheck;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Ingest.Tests;

public sealed class LoaderTests
{
    const string Head = "招聘编号,岗位名称,工作地点行政区划,发布日期,更新时间\n";

    [Fact]
    public async Task A_load_cancelled_in_the_middle_leaves_nothing()
    {
        using var warehouse = new TemporaryWarehouse();
        using var stop = new CancellationTokenSource();
        // More than a small file, so that it is typed while it is written.
        var content = new StringBuilder(Head);
        for (var row = 0; row < 120_000; row++) content.Append("岗位编号-").Append(row).Append(",机械加工中心操作与维护人员（急聘）,130100,2024-03-05,2024-03-05 08:00:00\n");
        var bytes = Encoding.UTF8.GetBytes(content.ToString());
        var progress = new CancelAfter(50_000, stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => warehouse.Loader.Load("job_postings", new MemoryStream(bytes), "large.csv", LoadOptions.Default, progress, stop.Token));

        Assert.Equal(0, warehouse.Count("SELECT count(*) FROM ops.load") + warehouse.Count("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'stg'"));
        Assert.Empty(warehouse.Archived);
        var report = await warehouse.Load("job_postings", "large.csv", bytes);
        Assert.Equal((LoadOutcome.Loaded, 120_000L), (report.Outcome, report.RowsAccepted));
        Assert.Equal(120_000, warehouse.Count("SELECT count(*) FROM stg.job_postings"));
        Assert.Equal([report.Sha256], warehouse.Archived);
    }

    [Fact]
    public async Task A_folder_cancelled_in_the_middle_leaves_the_bytes_of_no_other_file()
    {
        using var warehouse = new TemporaryWarehouse();
        using var stop = new CancellationTokenSource();
        var first = await warehouse.Load("job_postings", "a.csv", Encoding.UTF8.GetBytes(Head + "A0,钳工,130100,2024-03-05,\n"));
        var folder = Directory.CreateDirectory(Path.Combine(warehouse.Folder, "drop", "job_postings")).FullName;
        for (var file = 0; file < 40; file++) await File.WriteAllTextAsync(Path.Combine(folder, $"{file:00}.csv"), $"{Head}A{file},钳工,130100,2024-03-05,\n");

        // The first file brings bytes that an earlier load holds; the progress of the others is told while they are written.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => warehouse.Loader.LoadFolder(Path.Combine(warehouse.Folder, "drop"), LoadOptions.Default, new CancelAfter(0, stop), stop.Token));

        Assert.Equal([first.Sha256], warehouse.Archived);
        Assert.Equal(1, warehouse.Count("SELECT count(*) FROM ops.load"));
    }

    [Fact]
    public async Task The_bytes_of_a_file_are_kept_when_one_of_its_tables_is_loaded()
    {
        using var warehouse = new TemporaryWarehouse();
        var refused = await warehouse.Load("job_postings", "a.csv", Encoding.UTF8.GetBytes(Head + "A1,,130100,2024-03-05,\n"));
        Assert.Equal((LoadOutcome.Failed, 0), (refused.Outcome, warehouse.Archived.Count()));

        var loaded = await warehouse.Load("job_postings", "b.csv", Encoding.UTF8.GetBytes(Head + "A1,钳工,130100,2024-03-05,\n"));
        Assert.Equal([loaded.Sha256], warehouse.Archived);
    }

    [Fact]
    public async Task Findings_are_all_kept_in_their_order_however_many_there_are()
    {
        using var warehouse = new TemporaryWarehouse();
        var content = new StringBuilder("招聘编号,岗位名称,工作地点行政区划,发布日期,文化程度,到期日期\n");
        for (var row = 1; row <= 24_000; row++) content.Append('P').Append(row).Append(",钳工,130100,2024-03-05,无此学历").Append(row).Append(row % 4 == 0 ? ",2024-03-04\n" : ",\n");

        var report = await warehouse.Load("job_postings", "a.csv", Encoding.UTF8.GetBytes(content.ToString()));

        Assert.Equal(
            [new RejectionCount("code_list", "education", "warning", 24_000), new RejectionCount("order", "valid_to", "rejection", 6_000)], report.Rejections);
        Assert.Equal(["24000|6000|24000"], warehouse.Rows(
            """
            SELECT count(*) FILTER (WHERE rule = 'code_list' AND found = '无此学历' || (line - 1)),
                   count(*) FILTER (WHERE rule = 'order' AND found = '2024-03-04 < 2024-03-05' AND line % 4 = 1), count(DISTINCT line)
            FROM ops.rejection
            """));
    }

    [Fact]
    public async Task Findings_of_a_refused_file_are_listed_up_to_a_bound_and_counted_beyond()
    {
        using var warehouse = new TemporaryWarehouse();
        var content = new StringBuilder(Head);
        for (var row = 1; row <= 11_000; row++) content.Append('P').Append(row).Append(",,130100,2024-03-05,\n");

        var report = await warehouse.Load("job_postings", "a.csv", Encoding.UTF8.GetBytes(content.ToString()));

        Assert.Equal((LoadOutcome.Failed, 11_000L), (report.Outcome, Assert.Single(report.Rejections).Rows));
        Assert.Equal(10_002, report.Issues.Count);
        Assert.Contains("1000 further findings", report.Issues[^1].En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_without_place_touches_every_city_that_has_rows()
    {
        using var warehouse = new TemporaryWarehouse();
        await warehouse.Load("job_postings", "a.csv", Encoding.UTF8.GetBytes(Head + "A1,钳工,130100,2024-03-05,\nA2,钳工,130200,2024-03-05,\n"));
        await warehouse.Load("workday_calendar", "b.csv", "日期,是否工作日\n2024-03-05,是\n"u8.ToArray());
        await warehouse.Load("workday_calendar", "c.csv", "日期,是否工作日\n"u8.ToArray());
        Assert.Equal(
            ["job_postings|130100", "job_postings|130200", "workday_calendar|-1", "workday_calendar|130100", "workday_calendar|130200"],
            warehouse.Rows("SELECT source, city_code FROM ops.touched ORDER BY source, city_code"));
    }

    [Fact]
    public void Every_contract_makes_its_table_and_its_staging_SQL_runs()
    {
        using var warehouse = new TemporaryWarehouse();
        using var connection = warehouse.Database.Connect();
        SourceTables.Ensure(connection, TemporaryWarehouse.Contracts);
        SourceTables.Ensure(connection, TemporaryWarehouse.Contracts);
        foreach (var contract in TemporaryWarehouse.Contracts.All)
        {
            var columns = connection.Query($"DESCRIBE {SourceTables.NameOf(contract)}", row => row.GetString(0));
            Assert.Superset(
                new HashSet<string> { "load_id", "line", "city_code", "district_code", "business_key", "row_month", "updated_at", "superseded_by", "key_cells", "key_cells_filled" },
                columns.ToHashSet());
            Assert.Equal(columns.Count, columns.Distinct().Count());
        }
        Assert.True(TemporaryWarehouse.Contracts.All.Count >= 12);
    }

    [Fact]
    public async Task A_table_that_stores_its_key_still_takes_rows()
    {
        using var warehouse = new TemporaryWarehouse();
        using (var connection = warehouse.Database.Connect())
        {
            SourceTables.Ensure(connection, TemporaryWarehouse.Contracts);
            connection.Execute("CREATE TABLE stg.stored AS SELECT * FROM stg.job_postings; DROP TABLE stg.job_postings; ALTER TABLE stg.stored RENAME TO job_postings");
        }
        await warehouse.Load("job_postings", "a.csv", Encoding.UTF8.GetBytes(Head + "A1,钳工,130100,2024-03-05,\n"));
        await warehouse.Load("job_postings", "b.csv", Encoding.UTF8.GetBytes(Head + "A1,车工,130100,2024-03-05,2024-03-05 08:00:00\n"));
        Assert.Equal(["A1|钳工|2", "A1|车工|"], warehouse.Rows("SELECT business_key, title, superseded_by FROM stg.job_postings ORDER BY load_id"));
    }

    [Fact]
    public void Mistakes_of_a_contract_are_all_listed_with_their_lines()
    {
        const string Contract =
            """
            source: wrong
            name: { zh: 错, en: Wrong }
            edition: 1
            describes: nothing
            origin: nowhere
            key: [idd]
            fails_above: 2
            columns:
              id: { type: text, zh: 编号 }
              on: { type: dat, zh: 日期 }
            rules:
              - { id: r, order: [id, of] }
            """;
        var e = Assert.Throws<DefinitionException>(() => ContractReader.Read(Contract, "wrong.contract.yaml", "SELECT raw.* FROM raw", CodeList.BuiltIn));
        Assert.Equal([6L, 7L, 10L, 12L], e.Issues.Select(issue => issue.Line).Order());
        Assert.Contains("did you mean 'id'", e.Message, StringComparison.Ordinal);
        Assert.Contains("did you mean 'date'", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("91330200AY4CL12T24", IdentifierVerdict.Valid)]
    [InlineData("91330200ay4cl12t24", IdentifierVerdict.Normalise)]
    [InlineData("91330200AY4CL12T25", IdentifierVerdict.Invalid)]
    [InlineData("91330200D2", IdentifierVerdict.Invalid)]
    [InlineData("9133020*********24", IdentifierVerdict.Masked)]
    public void Credit_codes_are_checked(string code, IdentifierVerdict verdict) => Assert.Equal(verdict, CreditCode.Check(Encoding.ASCII.GetBytes(code)));

    [Theory]
    [InlineData("11010519491231002X", IdentifierVerdict.Valid)]
    [InlineData("11010519491231002x", IdentifierVerdict.Normalise)]
    [InlineData("110105194912310021", IdentifierVerdict.Invalid)]
    [InlineData("110105194912310O2X", IdentifierVerdict.Invalid)]
    [InlineData("110105********002X", IdentifierVerdict.Masked)]
    public void Person_numbers_are_checked(string number, IdentifierVerdict verdict) => Assert.Equal(verdict, ResidentIdentity.Check(Encoding.ASCII.GetBytes(number)));

    [Fact]
    public void The_organisation_code_inside_is_checked_apart() => Assert.True(CreditCode.OrganisationCodeHolds("91330200AY4CL12T24"u8));

    [Fact]
    public void The_identity_key_is_made_for_its_owner_alone_and_refused_when_others_can_read_it()
    {
        using var warehouse = new TemporaryWarehouse();
        var options = new IdentityOptions { KeyFile = Path.Combine(warehouse.Folder, "keys", "identity.key") };
        var first = IdentityKey.Open(options).Pseudonym("11010519491231002X"u8);
        Assert.Equal(first, IdentityKey.Open(options).Pseudonym("11010519491231002X"u8));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(options.KeyFile));
        File.SetUnixFileMode(options.KeyFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", Assert.Throws<IdentityKeyException>(() => IdentityKey.Open(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_says_what_a_load_would_do_and_loads_nothing()
    {
        using var warehouse = new TemporaryWarehouse();
        var path = Path.Combine(warehouse.Folder, "unknown.csv");
        await File.WriteAllTextAsync(path, "登记编号,身份证号,区划,求职登记时间,内部\nS1,11010519491231002X,130100,2024-03-05,x\nS2,,130100,昨天,y\nS3,,130100,2024-03-05,\n");
        var found = await warehouse.Loader.Explain(path, null, LoadOptions.Default, CancellationToken.None);
        Assert.Equal(("job_seeking", "city_2021", "utf-8", 0.99m), (found.Source, found.Expected.HeaderVersion, found.Encoding, found.EncodingConfidence));
        Assert.Equal(["内部"], found.Expected.UnknownColumns);
        Assert.Equal((3L, 2L, 1L), (found.Expected.RowsRead, found.Expected.RowsAccepted, found.Expected.RowsRejected));
        Assert.Equal([new RejectionCount("type", "registered_on", "rejection", 1)], found.Expected.Rejections);
        Assert.Equal(0, warehouse.Count("SELECT count(*) FROM ops.load"));
    }

    [Fact]
    public async Task A_folder_is_loaded_areas_first_and_a_wrong_name_is_named()
    {
        using var warehouse = new TemporaryWarehouse();
        var folder = Path.Combine(warehouse.Folder, "drop");
        foreach (var name in new[] { "area", "job_postings", "job_posting" }) Directory.CreateDirectory(Path.Combine(folder, name));
        await File.WriteAllTextAsync(Path.Combine(folder, "area", "a.csv"), "行政区划代码,行政区划名称,级别,上级区划代码\n130102,长安区,district,130100\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "job_postings", "b.csv"), Head + "A1,钳工,130102,2024-03-05,\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "job_postings", "c.csv"), Head + "A2,,130102,2024-03-05,\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "job_postings", "d.csv"), Head + "A1,车工,130102,2024-03-06,\n");
        var report = await warehouse.Loader.LoadFolder(folder, LoadOptions.Default, null, CancellationToken.None);
        Assert.True(report.Failed);
        Assert.Equal([LoadOutcome.Loaded, LoadOutcome.Loaded, LoadOutcome.Failed, LoadOutcome.Loaded], report.Files.Select(file => file.Outcome));
        Assert.Contains("did you mean 'job_postings'", report.Issues.Single().En, StringComparison.Ordinal);
        Assert.Equal(2, warehouse.Count("SELECT count(*) FROM stg.job_postings WHERE district_code = 130102"));
        Assert.Equal(1, warehouse.Count("SELECT count(*) FROM stg.job_postings WHERE superseded_by IS NULL"));
    }

    [Fact]
    public void Rows_split_over_files_in_any_order_leave_the_same_current_rows()
    {
        var row = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 9], (id, hour, title) => (id, hour, title));
        var case_ = Gen.Select(row.List[1, 12], Gen.Int[1, 4], Gen.Int[0, 1_000_000]);
        case_.Sample(
            (rows, parts, seed) =>
            {
                // Each row is a file's content of its own kind: which file it lies in must not matter, only what it says.
                var files = rows.Distinct().Select((value, index) => (value, index)).GroupBy(x => (x.index * 7 + seed) % parts)
                    .Select(group => Head + string.Concat(group.Select(x => $"P{x.value.id},{(x.value.title == 0 ? "" : $"岗位{x.value.title}")},130100,2024-03-05,2024-03-05 0{x.value.hour}:00:00\n"))).ToList();
                var forward = Current(files);
                var backward = Current(Enumerable.Reverse(files));
                return forward.SequenceEqual(backward);
            },
            iter: 12, threads: 1);
    }

    static List<string> Current(IEnumerable<string> files)
    {
        using var warehouse = new TemporaryWarehouse();
        using var connection = warehouse.Database.Connect();
        SourceTables.Ensure(connection, TemporaryWarehouse.Contracts);
        foreach (var (content, number) in files.Select((content, number) => (content, number)))
        {
            var report = warehouse.Load("job_postings", $"part{number}.csv", Encoding.UTF8.GetBytes(content)).GetAwaiter().GetResult();
            if (report.RowsAccepted + report.RowsRejected != report.RowsRead) return [$"{report.RowsRead} rows are not accounted for"];
        }
        Assert.Equal(0, connection.Count("SELECT count(*) FROM (SELECT business_key FROM stg.job_postings GROUP BY 1 HAVING count(*) FILTER (WHERE superseded_by IS NULL) <> 1)"));
        return warehouse.Rows("SELECT posting_id, title, updated_at FROM stg.job_postings WHERE superseded_by IS NULL ORDER BY posting_id");
    }

    sealed class CancelAfter(long rows, CancellationTokenSource stop) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
            if (value.Rows > rows) stop.Cancel();
        }
    }
}
