using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

namespace DemoCityAnalytics.Metrics.Tests.Models.Forecasts;

public sealed class BacktestTests
{
    static readonly ICandidate[] Quick = [new SeasonalNaive(), new LastValue(), new Drift(), new SeasonalDrift(), new DampedTrend(), new HoltWinters(), new Theta()];

    /// <summary>A series that grows every year: seasonal naive is always a year late.</summary>
    [Fact]
    public void GrowingSeries_AreImproved()
    {
        var table = Over([.. Enumerable.Range(1, 12).Select(seed => Made.Seasonal($"s{seed}", 84, seed))], 6);

        Assert.Equal(12, table.Improved);
        Assert.True(table.MedianRatio < 0.7, $"median ratio {table.MedianRatio}");
        Assert.InRange(table.Coverage!.Value, 0.85, 0.95);
    }

    /// <summary>A candidate that only looked better before the held-out origins is not used.</summary>
    [Fact]
    public void ChosenCandidate_ThatDoesNotBeatTheBaseline_IsNotUsed()
    {
        // A straight line up to the held-out origins, then the same year again and again.
        var values = Enumerable.Range(0, 96).Select(t => (double?)(t < 66 ? 10 * t : 10 * (54 + t % 12) + (t % 2 == 0 ? 1 : 0))).ToList();
        var row = Over([new TimeSeries("turns", 12, [.. values.Select((_, t) => $"{t}")], values)], 6).Rows[0];

        Assert.NotEqual("seasonal naive", row.Chosen);
        Assert.True(row.ErrorRatio > 1, $"{row.ErrorRatio}");
        Assert.Equal("seasonal naive", row.Used);
        Assert.False(row.Improved);
    }

    [Fact]
    public void Band_HoldsNineInTen_OnNoise()
    {
        var table = Over([.. Enumerable.Range(1, 20).Select(seed => Made.Noise($"n{seed}", 120, seed))], 3);

        Assert.InRange(table.Coverage!.Value, 0.85, 0.95);
    }

    /// <summary>Worked by hand: twelve known errors 1..12; the 90 % rank of 13 × 0.9 = 11.7 is the twelfth.</summary>
    [Fact]
    public void Band_TakesTheRankOfTheKnownErrors()
    {
        var band = new ConformalBand(horizon: 1, season: 12);
        for (var error = 1; error <= 12; error++) band.Learn(0, error % 2 == 0 ? error : -error, null);

        Assert.Equal(12, band.HalfWidth(0));
    }

    [Fact]
    public void Band_TooFewErrors_IsNotGiven()
    {
        var band = new ConformalBand(1, 12);
        for (var i = 0; i < ConformalBand.FewestErrors - 1; i++) band.Learn(0, 1, null);

        Assert.Null(band.HalfWidth(0));
    }

    [Theory]
    [InlineData(SeriesStatus.TooShort)]
    [InlineData(SeriesStatus.Missing)]
    [InlineData(SeriesStatus.Constant)]
    public void UnusableSeries_HasAStatus_NotAModel(SeriesStatus status)
    {
        var good = Made.Seasonal("good", 60, 1);
        var bad = status switch
        {
            SeriesStatus.TooShort => Made.Seasonal("bad", 31, 2),
            SeriesStatus.Missing => good with { Name = "bad", Values = [.. good.Values.Select((value, t) => t == 30 ? null : value)] },
            _ => good with { Name = "bad", Values = [.. good.Values.Select(_ => (double?)7)] },
        };

        var forecasts = Forecaster.Run([bad, good], 3, CancellationToken.None);

        Assert.Equal(status, forecasts[0].Judged.Status);
        Assert.Empty(forecasts[0].Points);
        Assert.Null(forecasts[0].Stamp);
        Assert.Equal(3, forecasts[1].Points.Count);
        Assert.Equal("2018-01", forecasts[1].Stamp!.TrainedFrom);
    }

    [Fact]
    public void Forecast_Repeats_BitForBit()
    {
        TimeSeries[] panel = [Made.Seasonal("a", 72, 1), Made.Seasonal("b", 72, 2), Made.Seasonal("c", 72, 3)];

        string Print() => string.Join('\n', Forecaster.Run(panel, 6, CancellationToken.None)
            .SelectMany(f => f.Points.Select(p => $"{f.Judged.Used} {p.Value:R} {p.Low:R} {p.High:R} {f.Stamp!.InputHash}")));

        Assert.Equal(Print(), Print());
    }

    /// <summary>The target sits on the forecast: about half of the past errors reach it; far below and far above, almost all and almost none.</summary>
    [Fact]
    public void TargetProbability_FollowsThePastErrors()
    {
        var forecast = Forecaster.Run([Made.Seasonal("a", 96, 4, noise: 20)], 3, CancellationToken.None)[0];
        var expected = 1000 + forecast.Points.Sum(point => point.Value);

        Assert.InRange(forecast.Errors!.ProbabilityOf(expected, 1000, forecast.Points, 3)!.Value, 0.25, 0.75);
        Assert.True(forecast.Errors.ProbabilityOf(expected - 500, 1000, forecast.Points, 3) is > 0.97 and < 1);
        Assert.True(forecast.Errors.ProbabilityOf(expected + 500, 1000, forecast.Points, 3) is < 0.03 and > 0);
        Assert.Equal(1, forecast.Errors.ProbabilityOf(900, 1000, forecast.Points, 0));
        Assert.Null(forecast.Errors.ProbabilityOf(900, 1000, forecast.Points, 9));
    }

    /// <summary>Weekly means of a daily index of job postings of the United States (Indeed Hiring Lab, CC BY 4.0).</summary>
    [SharedFact("data/indeed-us-daily-index.csv")]
    public async Task RealWeeks_AreImproved_AndTheBandHolds()
    {
        var daily = await CsvTable.Read(SharedFolder.PathOf("data/indeed-us-daily-index.csv"), CancellationToken.None);
        var panel = SeriesTable.WeeklyFromDaily(daily, "date", "variable", ["indeed_job_postings_index_SA", "indeed_job_postings_index_NSA"]);

        var table = Over(panel, 13);

        Assert.Equal(4, table.Improved);
        Assert.InRange(table.Coverage!.Value, 0.85, 0.95);
    }

    static BacktestTable Over(IReadOnlyList<TimeSeries> panel, int horizon) =>
        new Backtest(RollingErrors.Over(panel, Quick, horizon, CancellationToken.None)).Run();

    /// <summary>A series with few errors of its own borrows those of the panel; alone it has no band.</summary>
    [Fact]
    public void Band_OfAShortHistory_IsBorrowedFromThePanel()
    {
        var alone = new ConformalBand(1, 12);

        Assert.Null(alone.HalfWidth(0));
        Assert.Equal(5, alone.HalfWidth(0, shared: 5));
        Assert.Equal(5 * Math.E, alone.HalfWidth(0, shared: 5, sharedStretch: 1)!.Value, 9);
    }

    [Fact]
    public void Band_WidensAfterAMiss_AndNarrowsAfterHits()
    {
        var band = new ConformalBand(1, 12);
        var before = band.HalfWidth(0, 10)!.Value;
        band.Learn(0, 99, inside: false);
        var missed = band.HalfWidth(0, 10)!.Value;
        for (var i = 0; i < 4; i++) band.Learn(0, 1, inside: true);

        Assert.True(missed > before);
        Assert.True(band.HalfWidth(0, 10) < missed);
    }
}
