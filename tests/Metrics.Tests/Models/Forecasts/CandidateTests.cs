using CsCheck;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

namespace DemoCityAnalytics.Metrics.Tests.Models.Forecasts;

public sealed class CandidateTests
{
    [Fact]
    public void SeasonalNaive_RepeatsTheYear() =>
        Assert.Equal([2, 3, 4, 2, 3], new SeasonalNaive().Forecast([9, 9, 9, 2, 3, 4], season: 3, horizon: 5)!);

    /// <summary>From 2 to 8 in three steps: two a step.</summary>
    [Fact]
    public void Drift_GoesOnAlongTheLine() => Assert.Equal([10, 12], new Drift().Forecast([2, 9, 1, 8], season: 12, horizon: 2)!);

    /// <summary>Last quarter of the season (1 step of 4) is 3 above a year before: 5 − 2.</summary>
    [Fact]
    public void SeasonalDrift_MovesTheYearByItsChange() =>
        Assert.Equal([13, 23, 33, 8], new SeasonalDrift().Forecast([1, 10, 20, 30, 2, 10, 20, 30, 5], season: 4, horizon: 4)!);

    public static TheoryData<ICandidate> Candidates => [.. CandidateList.All];

    [Theory]
    [MemberData(nameof(Candidates))]
    public void Candidate_Repeats_BitForBit(ICandidate candidate)
    {
        var panel = Enumerable.Range(1, 5).Select(seed => Made.Seasonal($"s{seed}", 84, seed)).ToArray();

        var first = candidate.Forecast(panel, 3, 6);
        var second = candidate.Forecast(panel, 3, 6);

        for (var i = 0; i < panel.Length; i++)
            Assert.Equal(first[i]!.Select(BitConverter.DoubleToInt64Bits), second[i]!.Select(BitConverter.DoubleToInt64Bits));
    }

    /// <summary>What comes after the origin must not leak into the forecast.</summary>
    [Theory]
    [MemberData(nameof(Candidates))]
    public void Candidate_DoesNotSeeTheFuture(ICandidate candidate)
    {
        var panel = Enumerable.Range(1, 5).Select(seed => Made.Seasonal($"s{seed}", 84, seed)).ToArray();
        var changed = panel.Select(series => series with { Values = [.. series.Values.Select((value, t) => t >= 78 ? value * 1000 : value)] }).ToList();

        Assert.Equal(candidate.Forecast(panel, 6, 6).Select(f => f![0]), candidate.Forecast(changed, 6, 6).Select(f => f![0]));
    }

    /// <summary>Five series of one season and one level each: the season is the group's, the level its own.</summary>
    [Fact]
    public void SharedSeason_TakesTheSeasonOfTheGroup()
    {
        double[] season = [0.5, 1.5, 1.0, 1.0];
        var panel = Enumerable.Range(1, 5).Select(size => new TimeSeries($"s{size}", 4, [.. Enumerable.Range(0, 12).Select(t => $"{t}")],
            [.. Enumerable.Range(0, 12).Select(t => (double?)(100 * size * season[t % 4]))])).ToList();

        var forecast = new SharedSeason().Forecast(panel, 0, 4);

        Assert.Equal([100, 300, 200, 200], forecast[1]!.Select(value => Math.Round(value, 6, MidpointRounding.AwayFromZero)));
        Assert.All(new SharedSeason().Forecast(panel[..4], 0, 4), Assert.Null);
    }

    [Theory]
    [MemberData(nameof(Candidates))]
    public void Candidate_TooShort_SaysNothing(ICandidate candidate) =>
        Assert.Null(candidate.Forecast([Made.Seasonal("a", 1, 1)], 1, 6)[0]);

    [Theory]
    [InlineData("theta")]
    [InlineData("holt-winters")]
    [InlineData("seasonal naive")]
    [InlineData("seasonal drift")]
    [InlineData("average")]
    public void Seasonal_PerfectSeason_IsForecast(string name)
    {
        var series = new TimeSeries("s", 12, [.. Enumerable.Range(0, 72).Select(i => $"{i}")], [.. Enumerable.Range(0, 72).Select(t => (double?)(100 + 10 * Math.Sin(t % 12)))]);

        var forecast = CandidateList.All.First(c => c.Name == name).Forecast([series], 0, 12)[0]!;

        for (var h = 0; h < 12; h++) Assert.Equal(100 + 10 * Math.Sin(h), forecast[h], 0.5);
    }

    /// <summary>Adding a constant to a history adds it to the forecast.</summary>
    [Fact]
    public void SmoothingAndTheta_MoveWithTheLevel() => Gen.Int[1, 1000].Sample(seed =>
    {
        var history = Made.Seasonal("s", 60, seed).History(0);
        foreach (var candidate in new SingleSeriesCandidate[] { new SeasonalNaive(), new Drift(), new SeasonalDrift(), new LastValue() })
        {
            var plain = candidate.Forecast(history, 12, 6)!;
            var moved = candidate.Forecast([.. history.Select(x => x + 500)], 12, 6)!;
            if (plain.Zip(moved, (a, b) => Math.Abs(b - a - 500)).Any(off => off > 1e-6)) return false;
        }
        return true;
    });
}

/// <summary>Series made up for tests, by a fixed seed.</summary>
static class Made
{
    public static TimeSeries Seasonal(string name, int length, int seed, double noise = 5, double trend = 0.8)
    {
        var random = new Random(seed);
        var level = 100.0;
        return new TimeSeries(name, 12, [.. Enumerable.Range(0, length).Select(i => $"{2018 + i / 12}-{i % 12 + 1:00}")], [.. Enumerable.Range(0, length).Select(t =>
        {
            level += trend + noise / 3 * (random.NextDouble() - 0.5);
            return (double?)(level + 20 * Math.Sin(t * Math.PI / 6) + noise * (random.NextDouble() - 0.5));
        })]);
    }

    public static TimeSeries Noise(string name, int length, int seed)
    {
        var random = new Random(seed);
        return new TimeSeries(name, 12, [.. Enumerable.Range(0, length).Select(i => $"{i}")], [.. Enumerable.Range(0, length).Select(_ => (double?)random.NextDouble())]);
    }
}
