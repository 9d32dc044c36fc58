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
        if (IsShort(numerator) && IsShort(denominator) && BigInteger.Pow(10, decimals) * scale is var factor && IsShort(factor))
            return Quotient((Int128)(long)numerator * (long)factor, (long)denominator, decimals);
        var shifted = numerator * scale * BigInteger.Pow(10, decimals);
        var negative = shifted.Sign * denominator.Sign < 0;
        var (whole, rest) = BigInteger.DivRem(BigInteger.Abs(shifted), BigInteger.Abs(denominator));
        if (rest * 2 >= BigInteger.Abs(denominator)) whole += 1;
        var units = (decimal)(negative ? -whole : whole);
        for (var i = 0; i < decimals; i++) units /= 10m;
        return units;
    }

    static bool IsShort(BigInteger value) => value >= -999_999_999_999_999_999 && value <= 999_999_999_999_999_999;

    static decimal Quotient(Int128 shifted, Int128 denominator, int decimals)
    {
        var (whole, rest) = Int128.DivRem(Int128.Abs(shifted), Int128.Abs(denominator));
        if (rest * 2 >= Int128.Abs(denominator)) whole += 1;
        var units = (decimal)(shifted < 0 == denominator < 0 ? whole : -whole);
        for (var i = 0; i < decimals; i++) units /= 10m;
        return units;
    }
}
