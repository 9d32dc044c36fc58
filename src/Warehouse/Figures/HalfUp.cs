using System.Numerics;

namespace DemoCityAnalytics.Warehouse.Figures;

/// <summary>
/// The one place where figures are rounded: half away from zero (四舍五入), as the published figures are. 678/1200 = 56.5 % is printed 57 %.
/// </summary>
public static class HalfUp
{
    /// <summary>Rounds to this many decimals, 0 to 28.</summary>
    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>
    /// scale × numerator ÷ denominator, rounded once from the exact quotient; no intermediate result is rounded.
    /// Null when the denominator is zero: a ratio without a base is missing, not zero.
    /// </summary>
    public static decimal? Quotient(BigInteger numerator, BigInteger denominator, BigInteger scale, int decimals)
    {
        if (denominator.IsZero) return null;
        // Nearly every figure: whole numbers of up to eighteen digits need no numbers of any length.
        if (IsShort(numerator) && IsShort(denominator) && IsShort(scale) && Shifted((long)numerator, (long)scale, decimals) is { } above)
            return Quotient(above, (long)denominator, decimals);
        var shifted = numerator * scale * BigInteger.Pow(10, decimals);
        var negative = shifted.Sign * denominator.Sign < 0;
        var (whole, rest) = BigInteger.DivRem(BigInteger.Abs(shifted), BigInteger.Abs(denominator));
        if (rest * 2 >= BigInteger.Abs(denominator)) whole += 1;
        var units = (decimal)(negative ? -whole : whole);
        for (var i = 0; i < decimals; i++) units /= 10m;
        return units;
    }

    static bool IsShort(BigInteger value) => value >= -999_999_999_999_999_999 && value <= 999_999_999_999_999_999;

    // Null when the product passes 64 bits.
    static long? Shifted(long numerator, long scale, int decimals)
    {
        if (decimals > 18) return null;
        Int128 product = (Int128)numerator * scale;
        if (product != (long)product) return null;
        product = (Int128)(long)product * Powers[decimals];
        return product == (long)product ? (long)product : null;
    }

    static decimal Quotient(long shifted, long denominator, int decimals)
    {
        var (whole, rest) = ulong.DivRem((ulong)Int128.Abs(shifted), (ulong)Math.Abs(denominator));
        if (rest * 2 >= (ulong)Math.Abs(denominator)) whole += 1;
        // As few decimals as the number needs.
        for (; decimals > 0 && whole % 10 == 0; decimals--) whole /= 10;
        return new decimal((int)whole, (int)(whole >> 32), 0, whole != 0 && shifted < 0 != denominator < 0, (byte)decimals);
    }

    static readonly long[] Powers = [.. Enumerable.Range(0, 19).Select(power => (long)BigInteger.Pow(10, power))];
}
