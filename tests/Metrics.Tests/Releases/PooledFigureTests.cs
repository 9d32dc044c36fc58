using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Metrics.Tests.Releases;

public sealed class PooledFigureTests
{
    static readonly int[] Cities = [StagedWarehouse.City, StagedWarehouse.OtherCity, StagedWarehouse.FarCity];

    /// <summary>All cities of the country taken together are the country, whatever the figure: counts, rates, shares with their interval, stocks, weighted means.</summary>
    [Fact]
    public async Task AllCitiesTogether_AreTheNation()
    {
        using var warehouse = RandomRows.Warehouse(seed: 41, rows: 60, Subset.Of("E01", "E05", "E07", "E12", "C07", "E21", "D04"));
        await warehouse.Metrics.Publish(CancellationToken.None);
        var release = new ReleaseStore(warehouse.Database.Options).Current()!;
        var compared = 0;
        foreach (var nation in release.Indicators.SelectMany(x => release.Observations(x.Code, 0)))
        {
            var pooled = PooledFigure.Of(release, nation.Id, Cities)!;
            if (nation.Id.Indicator == "E12")
            {
                Assert.Equal(ObservationStatus.NotApplicable, pooled.Status);
                continue;
            }
            // Where nothing stands below the line of one city, its parts are not stated; then the group has no figure, though the nation has.
            if (pooled.Lacking.Count > 0) continue;
            Assert.Equal((nation.Id, nation.Value, nation.Numerator), (nation.Id, pooled.Value, pooled.Numerator));
            if (nation.Id.Indicator == "C07") Assert.Equal((nation.Low, nation.High), (pooled.Interval?.Low, pooled.Interval?.High));
            compared++;
        }
        Assert.InRange(compared, 500, int.MaxValue);
    }

    [Fact]
    public async Task ACityWithoutTheFigure_IsNamed_AndOneHeldBackHoldsBackTheSum()
    {
        using var warehouse = RandomRows.Warehouse(seed: 42, rows: 40, Subset.Of("E01"));
        await warehouse.Metrics.Publish(CancellationToken.None);
        var release = new ReleaseStore(warehouse.Database.Options).Current()!;

        var lacking = PooledFigure.Of(release, FigureId.Parse("E01::0:2024-03"), [.. Cities, 510100])!;
        Assert.Equal((ObservationStatus.Missing, (decimal?)null), (lacking.Status, lacking.Value));
        Assert.Equal([510100], lacking.Lacking);

        var small = release.Observations("E01", StagedWarehouse.City).First(x => x.Confidential).Id;
        Assert.Equal(ObservationStatus.Suppressed, PooledFigure.Of(release.ForReaders(null), small, Cities)!.Status);
        Assert.Null(PooledFigure.Of(release, FigureId.Parse("E01:no_such_view:0:2024-03"), Cities));
    }

    [Fact]
    public async Task ACount_HasAMeanOverTheCities()
    {
        using var warehouse = RandomRows.Warehouse(seed: 43, rows: 40, Subset.Of("E01"));
        await warehouse.Metrics.Publish(CancellationToken.None);
        var release = new ReleaseStore(warehouse.Database.Options).Current()!;

        var pooled = PooledFigure.Of(release, FigureId.Parse("E01::0:2024"), Cities)!;

        Assert.Equal(Math.Round(pooled.Value!.Value / 3, 2, MidpointRounding.AwayFromZero), pooled.PerCity);
    }
}
