using System.Numerics;
using CsCheck;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Warehouse.Tests.Figures;

public sealed class HalfUpTests
{
    [Theory]
    [InlineData(678, 1200, 100, 0, "57")]        // 56.5 %: published as 57; half to even would give 56
    [InlineData(1, 3, 100, 2, "33.33")]
    [InlineData(2, 3, 100, 2, "66.67")]
    [InlineData(-1, 8, 1, 2, "-0.13")]           // away from zero on both sides
    [InlineData(25, 1000, 1, 2, "0.03")]
    [InlineData(0, 7, 100, 2, "0.00")]
    public void Quotient_RoundsHalfUpOnce(int numerator, int denominator, int scale, int decimals, string expected) =>
        Assert.Equal(expected, HalfUp.Quotient(numerator, denominator, scale, decimals)?.ToString($"F{decimals}", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Quotient_IsMissing_WhenThereIsNothingToDivideBy() => Assert.Null(HalfUp.Quotient(5, 0, 100, 2));

    [Fact]
    public void Quotient_EqualsExactArithmetic() => Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[1, 1_000_000], Gen.Int[0, 6]).Sample((numerator, denominator, decimals) =>
    {
        // |value − n/d| ≤ half a unit of the last decimal, and exactly half rounds away from zero.
        var value = HalfUp.Quotient(numerator, denominator, 1, decimals)!.Value;
        var unit = BigInteger.Pow(10, decimals);
        var scaled = new BigInteger(value * (decimal)unit);
        var distance = BigInteger.Abs(scaled * denominator - numerator * unit) * 2;
        Assert.True(distance < denominator || distance == denominator && BigInteger.Abs(scaled) * denominator > BigInteger.Abs(numerator * unit));
    });

    /// <summary>Numbers too long for the short way give the same quotient as the short ones they are multiples of.</summary>
    [Fact]
    public void Quotient_IsTheSame_HoweverLongTheNumbersAre() => Gen.Select(Gen.Long, Gen.Long, Gen.Int[0, 6]).Sample((numerator, denominator, decimals) =>
    {
        var longer = BigInteger.Pow(10, 20);
        Assert.Equal(
            HalfUp.Quotient(numerator, denominator, 100, decimals)?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            HalfUp.Quotient(numerator * longer, denominator * longer, 100, decimals)?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    });
}
