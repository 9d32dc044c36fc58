using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Metrics.Tests.Models.Forecasts;

public sealed class FigureSeriesTests
{
    [Fact]
    public void Truth_GivesFourSeriesOfEveryArea()
    {
        var folder = Directory.CreateTempSubdirectory("dca-truth-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "truth"));
        File.WriteAllText(Path.Combine(folder, "truth", "observations.csv"), """
            indicator,variant,area_code,period,breakdown,member,numerator,denominator,value,low,high,status
            E01,,130100,2024-01,,,12,,12,,,normal
            E01,gross,130100,2024-01,,,99,,99,,,normal
            E01,,130100,2024-03,,,14,,14,,,normal
            E01,,130102,2024-01,,,5,,5,,,normal
            E05,,130100,2024-01,,,30,1000,3.00,,,normal
            E07,,130100,2024-01,,,8,4,2.00,,,normal
            E07,,130100,2024-Q1,,,8,4,2.00,,,normal
            E07,,130100,2024-02,,,,,,,,missing

            """);

        var series = FigureSeries.OfGenerated(folder, CancellationToken.None);

        Directory.Delete(folder, recursive: true);
        Assert.Equal(["new_urban_jobs 130100", "openings 130100", "registered_unemployed 130100", "seekers 130100"], series.Select(x => x.Name));
        Assert.Equal(["2024-01", "2024-02", "2024-03"], series[0].Periods);
        Assert.Equal([12, null, 14], series[0].Values);
        Assert.Equal([8, null, null], series[1].Values);
        Assert.Equal(SeriesStatus.Missing, series[2].Status);
    }

    /// <summary>Six months known of the year of a target: what is reached counts, the rest is forecast.</summary>
    [Theory]
    [InlineData(100, 1)]
    [InlineData(100_000, 0)]
    public void Target_IsReachedForSure_OrNever(decimal target, int near)
    {
        var panel = Enumerable.Range(1, 6).Select(seed => Made.Seasonal($"new_urban_jobs {seed}", 78, seed) with { Group = "new_urban_jobs" }).ToList();
        panel = [.. panel.Select(series => series with { Periods = [.. Enumerable.Range(0, 78).Select(t => (new Warehouse.Calendar.Month(2018, 1) + t).ToString())] })];
        var forecasts = Forecaster.Run(panel, 6, CancellationToken.None);

        var outlook = Assert.Single(TargetOutlook.Of(panel, forecasts, [new ReleaseTarget("E01", 3, 2024, target, null), new ReleaseTarget("E01", 3, 2023, target, null)]));

        Assert.Equal(("2024-06", 2024), (outlook.By, outlook.Year));
        Assert.InRange(outlook.Probability!.Value, near - 0.05, near + 0.05);
        Assert.NotInRange(outlook.Probability.Value, 1.0, 2.0); // never quite certain
    }
}
