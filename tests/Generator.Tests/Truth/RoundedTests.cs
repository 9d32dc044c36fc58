using System.Numerics;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Tests.Truth;

public sealed class RoundedTests
{
    [Theory]
    [InlineData(1, 8, 2, "0.13")]
    [InlineData(-1, 8, 2, "-0.13")]
    [InlineData(678, 12, 0, "57")] // 56.5
    [InlineData(-1, 1000, 2, "0.00")]
    [InlineData(5, -2, 1, "-2.5")]
    public void Quotient_RoundsHalfAwayFromZero(long numerator, long denominator, int decimals, string expected) =>
        Assert.Equal(expected, Rounded.Quotient(numerator, denominator, decimals));

    [Fact]
    public void WithRoot_IsExact_WhereTheRootIsWhole() =>
        Assert.Equal(("0.00", "3.00"), Rounded.WithRoot(3, 9, 2, 2));

    [Fact]
    public void WithRoot_KeepsEnoughDigits_ForLargeSums()
    {
        var large = BigInteger.Pow(10, 30);
        Assert.Equal(("-0.41", "2.41"), Rounded.WithRoot(large, 2 * large * large, large, 2));
    }
}
