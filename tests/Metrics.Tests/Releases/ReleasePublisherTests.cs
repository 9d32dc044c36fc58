using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Releases;

public sealed class ReleasePublisherTests : IDisposable
{
    readonly StagedWarehouse warehouse = new StagedWarehouse().Cover(StagedWarehouse.City, "2024-01", "2024-03");

    public ReleasePublisherTests()
    {
        for (var person = 1; person <= 5; person++)
            warehouse.Add(
                "employment_registration", person <= 3 ? 130102 : 130104, ("person_key", (long)person), ("valid", true), ("urban", true), ("employment_form", "1"),
                ("prior_status", "1"), ("is_renewal", false), ("sex", "1"), ("started_on", new DateOnly(2024, 2, person)), ("started_month", StagedWarehouse.Index("2024-02")));
        warehouse.Add("natural_attrition", 130104, ("urban", true), ("occurred_month", StagedWarehouse.Index("2024-02")));
    }

    [Fact]
    public async Task Publish_GivesReadersTheFigures()
    {
        var published = await warehouse.Metrics.Publish(CancellationToken.None);
        var snapshot = new ReleaseStore(warehouse.Database.Options).Current()!;

        Assert.True(published.IsNew);
        Assert.Equal(published.Manifest.Id, snapshot.Manifest.Id);
        Assert.True(snapshot.Manifest.Synthetic);
        Assert.Equal(4m, snapshot.Find(FigureId.Parse("E01::130100:2024-02"))!.Value);
        Assert.Equal(3m, snapshot.Find(FigureId.Parse("E01::130102:2024-02"))!.Value);
        Assert.Equal(0m, snapshot.Find(FigureId.Parse("E01::130100:2024-03"))!.Value);
        Assert.Equal((70, 5), (snapshot.Indicators.Count(x => x.Header.Model is null), snapshot.Indicators.Count(x => x.Header.Model is not null)));
        Assert.Contains(snapshot.Areas, area => area.Key == 130104);
    }

    /// <summary>Ratings sent to the year's end do not make December the latest month: most figures stop in March.</summary>
    [Fact]
    public async Task LatestMonth_IsTheOneThatMostIndicatorsReached()
    {
        warehouse.Connection.Execute($"INSERT INTO ops.coverage VALUES (1, 'service_rating', {StagedWarehouse.City}, {StagedWarehouse.Index("2024-01")}, {StagedWarehouse.Index("2024-12")})");
        warehouse.Add("service_rating", 130102, ("level", "5"), ("channel", "1"), ("origin_kind", "1"), ("rated_month", StagedWarehouse.Index("2024-12")));
        await warehouse.Metrics.Publish(CancellationToken.None);
        var snapshot = new ReleaseStore(warehouse.Database.Options).Current()!;

        Assert.Equal(100m, snapshot.Find(FigureId.Parse("C07::130100:2024-12"))!.Value);
        Assert.Equal("2024-03", snapshot.LatestMonth(130100)?.ToString());
    }

    [Fact]
    public async Task Publish_MakesNoReleaseWhenNothingChanged()
    {
        var first = await warehouse.Metrics.Publish(CancellationToken.None);
        warehouse.Clock.Now += TimeSpan.FromDays(1);
        var second = await warehouse.Metrics.Publish(CancellationToken.None);

        Assert.False(second.IsNew);
        Assert.Equal(first.Manifest, second.Manifest);
        Assert.Single(Directory.GetFiles(warehouse.Database.ReleaseFolder, "*.duckdb"));
    }

    [Fact]
    public async Task Publish_LeavesNothingHalfMade()
    {
        // As a process leaves them that is killed in the middle.
        Directory.CreateDirectory(Path.Combine(warehouse.Database.LakeFolder, "natural_attrition", "130100"));
        Directory.CreateDirectory(warehouse.Database.ReleaseFolder);
        File.WriteAllText(Path.Combine(warehouse.Database.LakeFolder, "natural_attrition", "130100", "building-1.tmp"), "");
        File.WriteAllText(Path.Combine(warehouse.Database.ReleaseFolder, "building-2.tmp"), "");

        await warehouse.Metrics.Publish(CancellationToken.None);

        Assert.Equal(
            ["R1", "current.json"],
            Directory.GetFiles(warehouse.Database.ReleaseFolder).Select(file => Path.GetFileName(file)).Select(name => name.StartsWith('R') ? name[..2] : name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Directory.GetFiles(warehouse.Database.LakeFolder, "*", SearchOption.AllDirectories), file => !file.EndsWith(".parquet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publish_WritesTheLakeOfChangedCitiesAlone()
    {
        warehouse.Cover(StagedWarehouse.FarCity, "2024-01", "2024-03").Add("natural_attrition", 330102, ("urban", true), ("occurred_month", StagedWarehouse.Index("2024-01")));
        await warehouse.Metrics.Publish(CancellationToken.None);
        var before = Lake();
        warehouse.Add("natural_attrition", 330102, ("urban", true), ("occurred_month", StagedWarehouse.Index("2024-02")));
        warehouse.Connection.Execute("INSERT INTO ops.touched VALUES ('natural_attrition', 330100); UPDATE ops.load SET sha256 = sha256('another') WHERE source = 'natural_attrition'");
        var second = await warehouse.Metrics.Publish(CancellationToken.None);
        var after = Lake();

        Assert.Equal((2, true, 1), (second.Manifest.Number, second.IsNew, second.LakeFiles));
        Assert.Equal(before.Where(x => x.Key != ("natural_attrition", 330100)), after.Where(x => x.Key != ("natural_attrition", 330100)));
        Assert.NotEqual(before[("natural_attrition", 330100)], after[("natural_attrition", 330100)]);
    }

    [Fact]
    public async Task Publish_GivesTheSameIdToTheSameInputs()
    {
        var here = await warehouse.Metrics.Publish(CancellationToken.None);
        using var other = new StagedWarehouse().Cover(StagedWarehouse.City, "2024-01", "2024-03");

        Assert.Equal(here.Manifest.Id, (await other.Metrics.Publish(CancellationToken.None)).Manifest.Id);
        other.Connection.Execute("UPDATE ops.load SET sha256 = sha256('another') WHERE source = 'job_postings'");
        Assert.NotEqual(here.Manifest.Id, (await other.Metrics.Publish(CancellationToken.None)).Manifest.Id);
    }

    [Fact]
    public async Task Publish_KeepsAsManyReleasesAsAskedForAndTheirLakeFiles()
    {
        warehouse.Database.Options.KeepReleases = 2;
        for (var release = 1; release <= 4; release++)
        {
            warehouse.Add("natural_attrition", 130104, ("urban", true), ("occurred_month", StagedWarehouse.Index("2024-02"))).Touch(StagedWarehouse.City);
            warehouse.Connection.Execute($"UPDATE ops.load SET sha256 = sha256('{release}') WHERE source = 'natural_attrition'");
            await warehouse.Metrics.Publish(CancellationToken.None);
        }

        Assert.Equal(["R3", "R4"], Directory.GetFiles(warehouse.Database.ReleaseFolder, "*.duckdb").Select(file => Path.GetFileName(file)[..2]).Order(StringComparer.Ordinal));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(warehouse.Database.LakeFolder, "natural_attrition", "130100")).Length);
        var evidence = new EvidenceReader(new ReleaseStore(warehouse.Database.Options).Current()!, warehouse.Database.LakeFolder)
            .Explain(FigureId.Parse("E01::130104:2024-02"), CancellationToken.None)!;
        Assert.Equal((-3m, true), (evidence.Published.Value, evidence.Reproduces));
    }

    [Fact]
    public async Task Publish_LeavesTheCurrentReleaseWhenItIsCancelled()
    {
        var first = await warehouse.Metrics.Publish(CancellationToken.None);
        warehouse.Connection.Execute("UPDATE ops.load SET sha256 = sha256('another') WHERE source = 'job_postings'");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => warehouse.Metrics.Publish(cancelled.Token));

        Assert.Equal(first.Manifest, new ReleaseStore(warehouse.Database.Options).Current()!.Manifest);
    }

    Dictionary<(string Source, int City), string> Lake() => warehouse.Connection
        .Query("SELECT source, city_code, path FROM ops.lake_file ORDER BY ALL", row => (row.GetString(0), row.GetInt32(1), row.GetString(2)))
        .ToDictionary(x => (x.Item1, x.Item2), x => x.Item3);

    public void Dispose() => warehouse.Dispose();
}
