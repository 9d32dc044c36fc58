using System.Numerics;
using CsCheck;
using DemoCityAnalytics.Metrics.Formulas;

namespace DemoCityAnalytics.Metrics.Tests.Formulas;

public sealed class FormulaTests
{
    // Every 1.5 of the share is a whole seeker: 3 × 1/2.
    [Theory]
    [InlineData(SharingConvention.Plain, 1.00)]
    [InlineData(SharingConvention.SeekerSide, 0.33)]
    [InlineData(SharingConvention.DemandSide, 1.40)]
    [InlineData(SharingConvention.SharedOut, 0.47)]
    public void GroupedRatio_FollowsTheConvention(SharingConvention convention, decimal expected) =>
        Assert.Equal(expected, GroupedRatio.Of(new GroupedCounts(1, 1, 2, 3, 4, 5) with { OpeningsTotal = 2 }, convention, 2));

    [Fact]
    public void GroupedRatio_IsMissingWithNothingBelowTheLine()
    {
        Assert.Null(GroupedRatio.Of(new GroupedCounts(5, 0, 0, 0, 5, 0), SharingConvention.SharedOut, 2));
        Assert.Null(GroupedRatio.Of(new GroupedCounts(0, 5, 0, 3, 0, 8), SharingConvention.SharedOut, 2));
        Assert.Equal(0m, GroupedRatio.Of(new GroupedCounts(0, 5, 0, 0, 0, 5), SharingConvention.SharedOut, 2));
    }

    [Theory]
    [InlineData(678, 1200, 0, 57)]
    [InlineData(56.5, 100, 0, 57)]
    [InlineData(1.25, 1000, 2, 0.13)]
    [InlineData(-0.5, 100, 0, -1)]
    public void Completion_RoundsHalfUp(decimal actual, decimal target, int decimals, decimal expected) => Assert.Equal(expected, Completion.Percent(actual, target, decimals));

    [Fact]
    public void Completion_IsMissingWithoutTarget() => Assert.Null(Completion.Percent(5, 0, 2));

    // 15 of 15 and 73 of 73 are the known examples of how little a small sample proves.
    [Theory]
    [InlineData(15, 15, 79.61, 100.00)]
    [InlineData(73, 73, 95.00, 100.00)]
    [InlineData(0, 10, 0.00, 27.75)]
    [InlineData(8, 10, 49.02, 94.33)]
    public void Wilson_IsAsPrintedInTextbooks(int positive, int total, decimal low, decimal high) =>
        Assert.Equal(new Interval(low, high), Interval.Wilson(positive, total, 100, 2));

    [Fact]
    public void Wilson_IsMissingWithoutAnswers() => Assert.Null(Interval.Wilson(0, 0, 100, 2));

    [Fact]
    public void Wilson_HoldsTheShare() => Gen.Select(Gen.Int[1, 100_000], Gen.Int[0, 100_000]).Where(x => x.Item2 <= x.Item1).Sample((total, positive) =>
    {
        var interval = Interval.Wilson(positive, total, 100, 6)!.Value;
        var share = 100m * positive / total;
        return interval.Low <= share + 0.000001m && share <= interval.High + 0.000001m && interval.Low >= 0 && interval.High <= 100;
    });

    // A second way: doubles are good to far more than four decimals here.
    [Fact]
    public void Wilson_AgreesWithFloatingPoint() => Gen.Select(Gen.Int[1, 10_000], Gen.Int[0, 10_000]).Where(x => x.Item2 <= x.Item1).Sample((n, x) =>
    {
        const double z = 1.959964;
        var (p, half) = ((double)x / n, z * Math.Sqrt((double)x * (n - x) / n / n / n + z * z / 4 / n / n));
        var interval = Interval.Wilson(x, n, 100, 4)!.Value;
        return Math.Abs((double)interval.Low - 100 * (p + z * z / 2 / n - half) / (1 + z * z / n)) < 0.0001
            && Math.Abs((double)interval.High - 100 * (p + z * z / 2 / n + half) / (1 + z * z / n)) < 0.0001;
    });

    [Fact]
    public void ExactRoot_IsTheWholePartOfTheRoot() => Gen.ULong.Sample(value =>
    {
        var root = ExactRoot.Shifted(value, 3);
        var square = new BigInteger(value) * 1_000_000;
        return root * root <= square && (root + 1) * (root + 1) > square;
    });
}
