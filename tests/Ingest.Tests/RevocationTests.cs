using System.Text;
using CsCheck;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Verification;

namespace DemoCityAnalytics.Ingest.Tests;

public sealed class RevocationTests
{
    const string Head = "招聘编号,岗位名称,工作地点行政区划,发布日期,更新时间\n";

    const string Current = "SELECT posting_id, title, city_code, updated_at FROM stg.job_postings WHERE superseded_by IS NULL ORDER BY city_code, posting_id";

    [Fact]
    public async Task A_withdrawn_load_gives_its_place_back_and_loading_it_again_takes_it()
    {
        using var warehouse = new TemporaryWarehouse();
        await warehouse.Load("job_postings", "a.csv", File("A1,钳工,130100,2024-03-05,2024-03-05 08:00:00", "A2,车工,130100,2024-03-05,2024-03-05 08:00:00"));
        var second = Encoding.UTF8.GetString(File("A1,高级钳工,130100,2024-03-05,2024-03-06 08:00:00", "A3,焊工,130200,2024-04-05,2024-03-05 08:00:00"));
        var correction = await warehouse.Load("job_postings", "b.csv", Encoding.UTF8.GetBytes(second));
        Clear(warehouse);

        var report = await warehouse.Loader.Revoke(correction.LoadId!.Value, "报送有误", CancellationToken.None);

        Assert.Equal(new RevocationReport(correction.LoadId.Value, "job_postings", "b.csv", 2, 1, false), report);
        Assert.Equal(["A1|钳工|130100|2024-03-05 08:00:00", "A2|车工|130100|2024-03-05 08:00:00"], warehouse.Rows(Current));
        Assert.Equal(["130100", "130200"], warehouse.Rows("SELECT city_code FROM ops.touched ORDER BY 1"));
        Assert.Equal(["130100"], warehouse.Rows("SELECT DISTINCT city_code FROM ops.coverage"));
        Assert.Equal(["报送有误|2|1"], warehouse.Rows("SELECT reason, rows_revoked, rows_restored FROM ops.revocation"));
        Assert.Equal(4, warehouse.Count("SELECT count(*) FROM stg.job_postings"));
        Assert.True((await warehouse.Loader.Revoke(correction.LoadId.Value, "再次", CancellationToken.None)).AlreadyRevoked);

        var again = await warehouse.Load("job_postings", "b.csv", Encoding.UTF8.GetBytes(second));
        Assert.Equal((LoadOutcome.Loaded, true), (again.Outcome, again.LoadId > correction.LoadId));
        Assert.Equal(["A1|高级钳工", "A2|车工", "A3|焊工"], warehouse.Rows("SELECT posting_id, title FROM stg.job_postings WHERE superseded_by IS NULL ORDER BY 1"));
        Assert.All(await new WarehouseVerification(warehouse.Database).Run(CancellationToken.None), statement => Assert.Empty(statement.Issues));
        await Assert.ThrowsAsync<UnknownLoadException>(() => warehouse.Loader.Revoke(4711, "无", CancellationToken.None));
        Assert.Equal(3, warehouse.Count("SELECT count(*) FROM ops.load"));
    }

    [Fact]
    public async Task What_a_withdrawn_load_said_of_areas_is_forgotten()
    {
        using var warehouse = new TemporaryWarehouse();
        var before = warehouse.Rows("SELECT * FROM ref.area ORDER BY area_code");
        var load = await warehouse.Load("area", "a.csv", "行政区划代码,行政区划名称,级别,上级区划代码\n130102,长安区,district,130100\n130100,改名市,city,130000\n"u8.ToArray());
        Assert.Equal(["改名市"], warehouse.Rows("SELECT name FROM ref.area WHERE area_code = 130100"));
        await warehouse.Loader.Revoke(load.LoadId!.Value, "名称有误", CancellationToken.None);
        Assert.Equal(before, warehouse.Rows("SELECT * FROM ref.area ORDER BY area_code"));
    }

    [Fact]
    public void Any_order_of_loads_and_withdrawals_leaves_the_rows_of_what_stayed()
    {
        var row = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[1, 9]);
        var files = row.List[1, 5].List[1, 4];
        var steps = Gen.Select(Gen.Int[0, 3], Gen.Bool).List[1, 10];
        Gen.Select(files, steps).Sample(
            (contents, walk) =>
            {
                using var walked = new TemporaryWarehouse();
                var standing = new Dictionary<int, int>();
                foreach (var (number, isLoad) in walk.Where(step => step.Item1 < contents.Count))
                {
                    if (isLoad && Load(walked, contents, number) is { } id) standing[number] = id;
                    else if (!isLoad && standing.Remove(number, out var load)) walked.Loader.Revoke(load, "试验", CancellationToken.None).GetAwaiter().GetResult();
                }
                using var straight = new TemporaryWarehouse();
                foreach (var number in standing.Keys) Load(straight, contents, number);
                return Rows(walked).SequenceEqual(Rows(straight))
                    && new WarehouseVerification(walked.Database).Run(CancellationToken.None).GetAwaiter().GetResult().All(statement => statement.Issues.Count == 0);
            },
            iter: 8, threads: 1);
    }

    static List<string> Rows(TemporaryWarehouse warehouse) => warehouse.Count("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'stg'") == 0 ? [] : warehouse.Rows(Current);

    static int? Load(TemporaryWarehouse warehouse, List<List<(int Id, int Hour, int Title)>> contents, int number)
    {
        var rows = contents[number].Select(row => $"P{row.Id},岗位{row.Title},130100,2024-03-05,2024-03-05 0{row.Hour}:00:00");
        // The name is part of each file's content, so that two files of equal rows are two files.
        var report = warehouse.Load("job_postings", $"part{number}.csv", File([.. rows.Append($"OWN{number},甲,130100,2024-03-05,")])).GetAwaiter().GetResult();
        return report.Outcome == LoadOutcome.Loaded ? report.LoadId : null;
    }

    static void Clear(TemporaryWarehouse warehouse) => warehouse.Rows("DELETE FROM ops.touched");

    static byte[] File(params string[] rows) => Encoding.UTF8.GetBytes(Head + string.Concat(rows.Select(row => row + "\n")));
}
