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
        Assert.Equal(10, snapshot.Indicators.Count);
        Assert.Contains(snapshot.Areas, area => area.Key == 130104);
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
        await warehouse.Metrics.Publish(CancellationToken.None);

        Assert.Equal(
            ["R1", "current.json"],
            Directory.GetFiles(warehouse.Database.ReleaseFolder).Select(file => Path.GetFileName(file)).Select(name => name.StartsWith('R') ? name[..2] : name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Directory.GetFiles(warehouse.Database.LakeFolder, "*", SearchOption.AllDirectories), file => !file.EndsWith(".parquet", StringComparison.Ordinal));
    }

    public void Dispose() => warehouse.Dispose();
}
