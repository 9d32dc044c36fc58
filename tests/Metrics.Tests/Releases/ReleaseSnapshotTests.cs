using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Metrics.Tests.Engine;

namespace DemoCityAnalytics.Metrics.Tests.Releases;

/// <summary>However much of a release is held in memory, it answers the same.</summary>
public sealed class ReleaseSnapshotTests
{
    [Fact]
    public async Task ALargeRelease_AnswersFromTheFile_WhatASmallOneAnswersFromMemory()
    {
        using var warehouse = RandomRows.Warehouse(seed: 3, rows: 40, Subset.Of("E01", "E05", "E07", "C07", "D04", "D05"));
        await warehouse.Metrics.Compute(CancellationToken.None);
        await warehouse.Metrics.Publish(CancellationToken.None);
        var file = new ReleaseStore(warehouse.Database.Options).Current()!.File;
        var whole = ReleaseSnapshot.Open(file);
        var (byArea, byIndicator) = (ReleaseSnapshot.Open(file, readWholeUpTo: 0), ReleaseSnapshot.Open(file, readWholeUpTo: 0));

        var asked = 0;
        foreach (var (first, second) in from area in whole.Areas.Keys from indicator in whole.Indicators select (area, indicator.Code))
        {
            var expected = whole.AllObservations(second, first).ToList();
            asked += expected.Count;
            Assert.Equal(expected, byArea.AllObservations(second, first));
        }
        foreach (var (indicator, area) in from indicator in whole.Indicators from area in whole.Areas.Keys select (indicator.Code, area))
            Assert.Equal(whole.Observations(indicator, area), byIndicator.Observations(indicator, area));

        Assert.Equal(whole.FigureCount, asked);
        Assert.True(asked > 1_000, $"Only {asked} figures were asked for.");
    }
}
