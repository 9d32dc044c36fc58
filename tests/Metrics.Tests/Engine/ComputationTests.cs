using System.Globalization;
using Apache.Arrow;
using CsCheck;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>What must hold however the rows came: order, files, increments.</summary>
public sealed class ComputationTests
{
    const string Current = """
        SELECT indicator || ':' || variant || ':' || area_code || ':' || period || ':' || breakdown || ':' || member AS figure,
               concat_ws('|', status, numerator, denominator, value, low, high, note) AS answer
        FROM obs.observation
        WHERE known_to IS NULL
        ORDER BY ALL
        """;

    [Fact]
    public async Task Compute_TwiceChangesNothing()
    {
        using var warehouse = RandomRows.Warehouse(seed: 3, rows: 40);
        var first = await warehouse.Metrics.Compute(CancellationToken.None);
        warehouse.Touch(StagedWarehouse.City).Touch(StagedWarehouse.FarCity);
        warehouse.Clock.Now += TimeSpan.FromHours(1);
        var again = await warehouse.Metrics.Compute(CancellationToken.None);

        Assert.True(first.Changes.Added > 1000);
        Assert.Equal((2, 0L, 0L), (again.Cities, again.Changes.Ended, again.Changes.Added));
        Assert.Equal(ComputeSummary.Nothing, await warehouse.Metrics.Compute(CancellationToken.None));
    }

    [Fact]
    public async Task Compute_OfTouchedCitiesEqualsAFullOne()
    {
        using var step = RandomRows.Warehouse(seed: 4, rows: 30);
        await step.Metrics.Compute(CancellationToken.None);
        RandomRows.Fill(step, seed: 5, rows: 20, onlyArea: 130104);
        step.Touch(StagedWarehouse.City);
        var increment = await step.Metrics.Compute(CancellationToken.None);

        using var whole = RandomRows.Warehouse(seed: 4, rows: 30);
        RandomRows.Fill(whole, seed: 5, rows: 20, onlyArea: 130104);
        await whole.Metrics.Compute(CancellationToken.None);

        Assert.Equal(1, increment.Cities);
        Assert.True(increment.Changes.Ended > 0);
        Assert.Equal(Figures(whole), Figures(step));
    }

    [Fact]
    public async Task Compute_AsksEveryCityForASource_OnceOneHasSentIt()
    {
        using var step = RandomRows.Warehouse(seed: 6, rows: 10);
        step.Connection.Execute("CREATE TEMP TABLE sent AS FROM ops.load WHERE source = 'service_rating'; DELETE FROM ops.load WHERE source = 'service_rating'");
        await step.Metrics.Compute(CancellationToken.None);
        var before = Figures(step);
        step.Connection.Execute("INSERT INTO ops.load FROM sent");
        step.Touch(StagedWarehouse.City);
        await step.Metrics.Compute(CancellationToken.None);

        using var whole = RandomRows.Warehouse(seed: 6, rows: 10);
        await whole.Metrics.Compute(CancellationToken.None);

        Assert.DoesNotContain(before.Keys, figure => figure.StartsWith("C07", StringComparison.Ordinal));
        Assert.Contains(before.Keys, figure => figure.StartsWith("E07", StringComparison.Ordinal));
        Assert.Contains(Figures(step).Keys, figure => figure.StartsWith("C07", StringComparison.Ordinal));
        Assert.Equal(Figures(whole), Figures(step));
    }

    /// <summary>A reported figure that was right is wrong once a late record changes the figure; the report itself was not touched.</summary>
    [Fact]
    public async Task Compute_AsksIndicatorsOverFiguresThatChanged()
    {
        using var warehouse = new StagedWarehouse(withFurtherSources: true).Cover(StagedWarehouse.City, "2024-01", "2024-03");
        warehouse.Add("natural_attrition", 130100, ("urban", true), ("occurred_month", StagedWarehouse.Index("2024-02")))
            .Add("reported_value", 130100, ("indicator", "E01"), ("period_id", "2024-Q1"), ("reported", -1m), ("reported_on", new DateOnly(2024, 4, 5)));
        await warehouse.Metrics.Compute(CancellationToken.None);
        var before = Figures(warehouse)["P03::130100:2024-Q1::"];
        warehouse.Clock.Now += TimeSpan.FromDays(1);
        warehouse.Add("natural_attrition", 130100, ("urban", true), ("occurred_month", StagedWarehouse.Index("2024-03")));
        warehouse.Connection.Execute($"INSERT INTO ops.touched VALUES ('natural_attrition', {StagedWarehouse.City})");
        await warehouse.Metrics.Compute(CancellationToken.None);

        Assert.Equal("Normal|1|1|100.000000", before);
        Assert.Equal("Normal|0|1|0.000000", Figures(warehouse)["P03::130100:2024-Q1::"]);
    }

    [Fact]
    public async Task Compute_EndsAChangedFigureAndKeepsTheOldAnswer()
    {
        using var warehouse = new StagedWarehouse().Cover(StagedWarehouse.City, "2024-01", "2024-03");
        warehouse.Add("natural_attrition", 130100, ("urban", true), ("occurred_month", StagedWarehouse.Index("2024-02")));
        await warehouse.Metrics.Compute(CancellationToken.None);
        var firstKnown = warehouse.Clock.Now;
        warehouse.Clock.Now += TimeSpan.FromDays(2);
        warehouse.Add("natural_attrition", 130100, ("urban", true), ("occurred_month", StagedWarehouse.Index("2024-02"))).Touch(StagedWarehouse.City);
        await warehouse.Metrics.Compute(CancellationToken.None);

        var history = warehouse.Connection.Query(
            "SELECT value, known_from, known_to FROM obs.observation WHERE indicator = 'E01' AND variant = '' AND area_code = 130100 AND period = '2024-02' ORDER BY known_from",
            row => (row.GetDecimal(0), row.GetDateTime(1), row.IsDBNull(2) ? (DateTime?)null : row.GetDateTime(2)));
        Assert.Equal(
            [(-1m, firstKnown.UtcDateTime, warehouse.Clock.Now.UtcDateTime), (-2m, warehouse.Clock.Now.UtcDateTime, (DateTime?)null)], history);
        Assert.Equal(1, warehouse.Connection.Count("SELECT count(*) FROM obs.observation WHERE indicator = 'E01' AND variant = '' AND area_code = 130100 AND period = '2024-01'"));
    }

    [Fact]
    public async Task Compute_LeavesOutRowsThatALaterVersionReplaced()
    {
        using var warehouse = new StagedWarehouse().Cover(StagedWarehouse.City, "2024-01", "2024-01");
        warehouse.Add("natural_attrition", 130100, ("urban", true), ("occurred_month", StagedWarehouse.Index("2024-01")), ("superseded_by", 9));
        await warehouse.Metrics.Compute(CancellationToken.None);

        Assert.Equal("Normal|0|0.000000", Figures(warehouse)["E01::130100:2024-01::"]);
    }

    [Fact]
    public async Task Compute_DoesNotDependOnHowRowsLieInFiles()
    {
        using var ordered = RandomRows.Warehouse(seed: 8, rows: 40);
        await ordered.Metrics.Compute(CancellationToken.None);
        using var shuffled = RandomRows.Warehouse(seed: 8, rows: 40);
        foreach (var source in new[] { "job_postings", "employment_registration", "unemployment_registration", "service_rating", "satisfaction_survey" })
            shuffled.Connection.Execute($"CREATE OR REPLACE TABLE stg.{source} AS SELECT * REPLACE (line % 7 + 1 AS load_id, 100000 - line AS line) FROM stg.{source} ORDER BY hash(line)");
        await shuffled.Metrics.Compute(CancellationToken.None);

        Assert.Equal(Figures(ordered), Figures(shuffled));
    }

    /// <summary>Two cities of one province: what each holds is its own affair, their sum is not.</summary>
    [Fact]
    public async Task Compute_DoesNotDependAboveTheCitiesOnWhichOfThemHoldsTheRows()
    {
        using var apart = RandomRows.Warehouse(seed: 10, rows: 40);
        await apart.Metrics.Compute(CancellationToken.None);
        using var moved = RandomRows.Warehouse(seed: 10, rows: 40);
        // A person counts once in a city, so that records of new employment are not moved.
        foreach (var source in new[] { "job_postings", "job_seeking", "unemployment_registration", "natural_attrition", "service_rating", "satisfaction_survey" })
            moved.Connection.Execute($"UPDATE stg.{source} SET city_code = {StagedWarehouse.OtherCity}, district_code = 130202 WHERE city_code = {StagedWarehouse.City} AND line % 3 = 0");
        await moved.Metrics.Compute(CancellationToken.None);

        Dictionary<string, string> Above(StagedWarehouse warehouse) => Figures(warehouse).Where(x => x.Key.Split(':')[2] is "130000" or "0").ToDictionary();
        Assert.True(Above(apart).Count > 1000);
        Assert.Equal(Above(apart), Above(moved));
        Assert.NotEqual(Figures(apart), Figures(moved));
    }

    /// <summary>A mart that is not stored is read from the rows, those of all cities also when one of them changed.</summary>
    [Fact]
    public async Task Compute_IsTheSameWhereAMartIsNotStored()
    {
        string[] codes = ["E07", "E12"];
        using var stored = RandomRows.Warehouse(seed: 11, rows: 20, Subset.Of(codes));
        using var read = RandomRows.Warehouse(seed: 11, rows: 20, Subset.Of(codes, mart => mart with { Text = mart.Text.Replace("measures:", "stored: false\nmeasures:", StringComparison.Ordinal) }));
        foreach (var warehouse in new[] { stored, read })
        {
            await warehouse.Metrics.Compute(CancellationToken.None);
            RandomRows.Fill(warehouse, seed: 12, rows: 5, onlyArea: 130104);
            warehouse.Touch(StagedWarehouse.City);
            Assert.True((await warehouse.Metrics.Compute(CancellationToken.None)).Changes.Ended > 0);
        }

        Assert.Equal(Figures(stored), Figures(read));
        Assert.Equal(1, read.Connection.Count("SELECT count(*) FROM duckdb_views() WHERE schema_name = 'mart' AND view_name = 'labour_market'"));
    }

    [Fact]
    public async Task Compute_DoesEverythingAgainWhenADefinitionChanged()
    {
        using var warehouse = RandomRows.Warehouse(seed: 9, rows: 10);
        await warehouse.Metrics.Compute(CancellationToken.None);
        warehouse.Connection.Execute("UPDATE ops.definition SET hash = 'another' WHERE name = 'labour_market'");

        var again = await warehouse.Metrics.Compute(CancellationToken.None);

        Assert.Equal((3, 0L, 0L), (again.Cities, again.Changes.Ended, again.Changes.Added));
        Assert.True(again.Changes.Computed > 1000);
    }

    [Fact]
    public async Task Compute_TakesBackTheFiguresOfACityThatIsNoLongerCovered()
    {
        using var warehouse = RandomRows.Warehouse(seed: 9, rows: 10);
        await warehouse.Metrics.Compute(CancellationToken.None);
        warehouse.Connection.Execute($"DELETE FROM ops.coverage WHERE city_code = {StagedWarehouse.FarCity}");
        warehouse.Touch(StagedWarehouse.FarCity);
        await warehouse.Metrics.Compute(CancellationToken.None);

        Assert.DoesNotContain(Figures(warehouse).Keys, figure => figure.Contains(":3301", StringComparison.Ordinal));
        using var never = RandomRows.Warehouse(seed: 9, rows: 10);
        never.Connection.Execute($"DELETE FROM ops.coverage WHERE city_code = {StagedWarehouse.FarCity}");
        await never.Metrics.Compute(CancellationToken.None);
        Assert.Equal(Figures(never), Figures(warehouse));
    }

    [Fact]
    public void PartCube_SumsDoNotDependOnWhichDistrictHoldsTheRows() => Gen.Select(Gen.Int[1, 12], Gen.Int[-50, 50], Gen.Bool).List[1, 60].Sample(rows =>
    {
        var months = new MonthRange(24_288, 24_299);
        var coverage = new Coverage(new Dictionary<(string, int), MonthRange> { [("job_postings", 130100)] = months });
        var panel = Panel.Of(
            [new(0, "全国", "nation", null, "", false), new(130000, "河北省", "province", 0, "", false), new(130100, "石家庄市", "city", 130000, "", false),
             new(130102, "甲", "district", 130100, "", true), new(130104, "乙", "district", 130100, "", true)], coverage);
        var definition = Metrics.Definitions.IndicatorCatalogue.BuiltIn().Find("E07")!;
        var (split, together) = (Cube(true), Cube(false));
        return Enumerable.Range(0, 4).All(part => Enumerable.Range(0, 12).All(first => Enumerable.Range(first, 12 - first).All(last =>
            split.Over(0, 0, part, months.First + first, months.First + last) == together.Over(2, 0, part, months.First + first, months.First + last))));

        PartCube Cube(bool split)
        {
            var cube = new PartCube(panel, definition, KeptAreas.Of(panel, null, withDistricts: true), new MemberNames([""]), PartCube.Total, MonthAxis.Of(panel, definition));
            cube.Add(Batch(rows.Select(x => (split ? x.Item3 ? 130102 : 130104 : 130100, months.First + x.Item1 - 1, x.Item2))));
            cube.RollUp();
            return cube;
        }

        PartRows Batch(IEnumerable<(int Area, int Month, int Sum)> rows)
        {
            var sums = Numbers(rows.Select(x => x.Sum));
            var batch = new RecordBatch.Builder().Append("area_code", false, Numbers(rows.Select(x => x.Area))).Append("month", false, Numbers(rows.Select(x => x.Month)));
            foreach (var part in definition.PartNames) batch.Append(part, true, sums);
            var read = new PartRows(panel, MonthAxis.Of(panel, definition), definition.PartNames.Length, []);
            read.Read(batch.Build());
            return read;
        }

        static Int32Array Numbers(IEnumerable<int> values) => new Int32Array.Builder().AppendRange(values).Build();
    }, iter: 200);

    static Dictionary<string, string> Figures(StagedWarehouse warehouse) =>
        warehouse.Connection.Query(Current, row => (row.GetString(0), row.GetString(1))).ToDictionary(x => x.Item1, x => x.Item2, StringComparer.Ordinal);
}
