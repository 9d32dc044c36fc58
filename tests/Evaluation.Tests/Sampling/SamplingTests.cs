using CsCheck;
using DemoCityAnalytics.Evaluation.Sampling;

namespace DemoCityAnalytics.Evaluation.Tests.Sampling;

public sealed class SamplingTests
{
    static readonly List<SampleRecord> Roster = [.. Enumerable.Range(0, 1000).Select(i => new SampleRecord($"r{i}", i < 700 ? "甲区" : i < 950 ? "乙县" : "丙县"))];

    [Fact]
    public void Draw_FollowsTheSharesOfTheStrata() =>
        Assert.Equal([("甲区", 14), ("乙县", 5), ("丙县", 1)], StratifiedSample.Draw(Roster, 20, "1").GroupBy(x => x.Stratum).Select(x => (x.Key, x.Count())).OrderByDescending(x => x.Item2));

    [Fact]
    public void Draw_WithTheSameSeed_IsTheSameInAnyOrderOfTheRoster() =>
        Assert.Equal(StratifiedSample.Draw(Roster, 15, "20260302"), StratifiedSample.Draw(Roster.AsEnumerable().Reverse(), 15, "20260302"));

    [Fact]
    public void Draw_WithAnotherSeed_IsAnother() =>
        Assert.NotEqual(StratifiedSample.Draw(Roster, 15, "1"), StratifiedSample.Draw(Roster, 15, "2"));

    [Fact]
    public void Draw_HasTheSizeAskedFor_AndEveryStratumWhenItCan() =>
        Gen.Select(Gen.Int[1, 60].Array[1, 12], Gen.Int[0, 200]).Sample((counts, size) =>
        {
            var roster = counts.SelectMany((count, stratum) => Enumerable.Range(0, count).Select(i => new SampleRecord($"{stratum}/{i}", $"{stratum}"))).ToList();

            var drawn = StratifiedSample.Draw(roster, size, "seed");

            Assert.Equal(Math.Min(size, roster.Count), drawn.Distinct().Count());
            if (size >= counts.Length) Assert.Equal(counts.Length, drawn.Select(x => x.Stratum).Distinct().Count());
        });

    [Theory]
    [InlineData(15, 0, 0, "79.61", "100.00")]    // 15 of 15 proves only 79.6 %
    [InlineData(73, 0, 0, "95.00", "100.00")]    // 73 of 73 are needed for 95 %
    [InlineData(14, 1, 5, "70.18", "93.33")]     // the unreachable five count for neither
    public void Verification_ShowsWhatTheSampleProves(int confirmed, int denied, int unreachable, string low, string rate)
    {
        var verification = Verification.Of([.. Of(CheckResult.Confirmed, confirmed), .. Of(CheckResult.Denied, denied), .. Of(CheckResult.Unreachable, unreachable)]);

        Assert.Equal((low, rate), ($"{verification.LowerBoundPercent:0.00}", $"{verification.RatePercent:0.00}"));
    }

    [Fact]
    public void Verification_OfNobodyReached_ProvesNothing()
    {
        var verification = Verification.Of([CheckResult.Unreachable, CheckResult.Pending]);

        Assert.Equal((null, null, "抽查2条，均未联系上，不能得出结论；还有1条待核查"), (verification.RatePercent, verification.LowerBoundPercent, verification.Sentence.Zh));
    }

    [Fact]
    public void Verification_BeforeTheFirstCall_SaysSo()
    {
        var verification = Verification.Of([CheckResult.Pending, CheckResult.Pending]);

        Assert.Equal((null, "抽取2条，尚未核查"), (verification.ReachPercent, verification.Sentence.Zh));
        Assert.Equal(50m, Verification.Of([CheckResult.Confirmed, CheckResult.Unreachable, CheckResult.Pending]).ReachPercent);
    }

    static IEnumerable<CheckResult> Of(CheckResult result, int count) => Enumerable.Repeat(result, count);
}
