using System.Globalization;
using System.Numerics;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>Exact quotients and roots written with a fixed number of decimals, rounded half up (四舍五入) once.</summary>
static class Rounded
{
    // Digits kept of an irrational root: far beyond the two decimals that are shown.
    const int RootDigits = 40;

    public static readonly BigInteger RootUnit = BigInteger.Pow(10, RootDigits);

    public static string Quotient(BigInteger numerator, BigInteger denominator, int decimals)
    {
        if (denominator.Sign < 0) (numerator, denominator) = (-numerator, -denominator);
        var shifted = BigInteger.Abs(numerator) * BigInteger.Pow(10, decimals);
        var units = (shifted * 2 + denominator) / (denominator * 2);
        var digits = units.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var text = decimals == 0 ? digits : digits[..^decimals] + "." + digits[^decimals..];
        return numerator.Sign < 0 && !units.IsZero ? "-" + text : text;
    }

    /// <summary>Nearest whole number of a quotient of numbers that are not negative.</summary>
    public static BigInteger Whole(BigInteger numerator, BigInteger denominator) => (numerator * 2 + denominator) / (denominator * 2);

    /// <summary>(a ± √b) ÷ c, low and high.</summary>
    public static (string Low, string High) WithRoot(BigInteger a, BigInteger b, BigInteger c, int decimals)
    {
        var root = Root(b);
        return (Quotient(a * RootUnit - root, c * RootUnit, decimals), Quotient(a * RootUnit + root, c * RootUnit, decimals));
    }

    /// <summary>The square root in units of 1 ÷ <see cref="RootUnit"/>.</summary>
    public static BigInteger Root(BigInteger value) => SquareRoot(value * RootUnit * RootUnit);

    static BigInteger SquareRoot(BigInteger value)
    {
        if (value.IsZero) return 0;
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + value / root) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }
}
