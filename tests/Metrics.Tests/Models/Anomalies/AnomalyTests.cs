using DemoCityAnalytics.Metrics.Models.Anomalies;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using Xunit.Abstractions;

namespace DemoCityAnalytics.Metrics.Tests.Models.Anomalies;

public sealed class AnomalyTests(ITestOutputHelper output)
{
    const int Series = 400;

    static readonly TimeSeries[] Clean = [.. Enumerable.Range(1, Series).Select(seed => Gauss($"s{seed:000}", seed))];

    [Fact]
    public void CleanSeries_FewRaiseAnAlarm()
    {
        var alarmed = Clean.Count(series => SeriesAnomalies.Find(series).Count > 0);

        output.WriteLine($"{alarmed} of {Series} clean series raise a false alarm");
        Assert.InRange(alarmed, 0, Series * 5 / 100);
    }

    /// <summary>Twelve standard deviations in month 40.</summary>
    [Fact]
    public void PlantedJump_IsFound_WithItsSize()
    {
        var found = Clean.Count(series => SeriesAnomalies.Find(Changed(series, (t, value) => t == 40 ? value + 60 : value))
            .Any(flag => flag.Rule == AnomalyRule.Jump && flag.Period == series.Periods[40] && flag.Effect is > -90 and < -30));

        output.WriteLine($"{found} of {Series} jumps found");
        Assert.InRange(found, Series * 95 / 100, Series);
    }

    /// <summary>Ten standard deviations from month 36 on; the month may be one off.</summary>
    [Fact]
    public void PlantedShift_IsFound()
    {
        var found = Clean.Count(series => SeriesAnomalies.Find(Changed(series, (t, value) => t >= 36 ? value + 50 : value))
            .Any(flag => flag.Rule == AnomalyRule.LevelShift && Math.Abs(series.Periods.ToList().IndexOf(flag.Period) - 36) <= 1));

        output.WriteLine($"{found} of {Series} shifts found");
        Assert.InRange(found, Series * 90 / 100, Series);
    }

    [Fact]
    public void Digits_HeapedAtFiveAndZero_AreFlagged()
    {
        var random = new Random(1);
        var counted = Enumerable.Range(0, 200).Select(_ => (long)random.Next(100, 10_000)).ToList();

        Assert.Null(TableAnomalies.DigitHeaping("counted", "2024-06", counted));
        var flag = TableAnomalies.DigitHeaping("estimated", "2024-06", counted.Select((value, i) => i % 3 == 0 ? value / 10 * 10 : value));
        Assert.NotNull(flag);
        Assert.Equal(40, flag.Expected);
        Assert.True(flag.Found > flag.Limit);
    }

    [Fact]
    public void Digits_CountedSets_FewRaiseAnAlarm()
    {
        var random = new Random(2);
        var alarmed = Enumerable.Range(0, 1000).Count(_ => TableAnomalies.DigitHeaping("x", "p", Enumerable.Range(0, 60).Select(_ => (long)random.Next(100, 5000)).ToList()) is not null);

        output.WriteLine($"{alarmed} of 1000 counted sets raise a false alarm");
        Assert.InRange(alarmed, 0, 5);
    }

    [Fact]
    public void Copy_OfLastMonth_IsFlagged_EvenWhenTouchedUp()
    {
        long[] before = [12, 45, 7, 88, 120, 3, 0, 61, 19, 240, 35];

        Assert.NotNull(TableAnomalies.CopyOfLastMonth("x", "2024-06", before, before));
        Assert.NotNull(TableAnomalies.CopyOfLastMonth("x", "2024-06", [13, .. before[1..]], before));
        Assert.Null(TableAnomalies.CopyOfLastMonth("x", "2024-06", [.. before.Select(value => value + 1)], before));
        Assert.Null(TableAnomalies.CopyOfLastMonth("x", "2024-06", [0, 0, 0, 4, 4], [0, 0, 0, 4, 4]));
    }

    [Theory]
    [InlineData(5, 4, true)]
    [InlineData(-1, 4, true)]
    [InlineData(1, -4, true)]
    [InlineData(4, 4, false)]
    [InlineData(0, 0, false)]
    public void Ratio_OutsideTheWhole_IsFlagged(int part, int whole, bool flagged) =>
        Assert.Equal(flagged, TableAnomalies.ImpossibleRatio("x", "2024-06", part, whole) is not null);

    /// <summary>100 rows, 7 of them repeats; usual are 2 in 100.</summary>
    [Fact]
    public void Burst_OfRepeats_IsFlagged_WithItsEffect()
    {
        Assert.Equal(-7, TableAnomalies.DuplicateBurst("x", "2024-06", rows: 100, repeats: 7, [0.01, 0.02])!.Effect);
        Assert.Null(TableAnomalies.DuplicateBurst("x", "2024-06", rows: 100, repeats: 7, [0.05]));
        Assert.Null(TableAnomalies.DuplicateBurst("x", "2024-06", rows: 93, repeats: 0, []));
    }

    [Fact]
    public void Report_SaysWhatWasLookedAt()
    {
        var report = AnomalyCheck.Over(Clean[..3]);

        Assert.Equal(("2019-01", "2023-12"), (report.Stamp.TrainedFrom, report.Stamp.TrainedTo));
        Assert.Equal(report.Stamp.InputHash, AnomalyCheck.Over(Clean[..3]).Stamp.InputHash);
    }

    static TimeSeries Changed(TimeSeries series, Func<int, double, double> change) =>
        series with { Values = [.. series.Values.Select((value, t) => (double?)change(t, value!.Value))] };

    /// <summary>Sixty months with trend and season, normal noise of standard deviation 5.</summary>
    static TimeSeries Gauss(string name, int seed)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return new TimeSeries(name, 12, [.. Enumerable.Range(0, 60).Select(t => $"{2019 + t / 12}-{t % 12 + 1:00}")],
            [.. Enumerable.Range(0, 60).Select(t => (double?)(200 + t + 30 * Math.Sin(t * Math.PI / 6) + 5 * Normal()))]);
    }
}
