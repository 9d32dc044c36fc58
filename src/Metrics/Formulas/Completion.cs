using System.Numerics;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>任务完成率: actual ÷ target × 100, with as many decimals as the paper prints.</summary>
public static class Completion
{
    /// <summary>Null when there is no target.</summary>
    public static decimal? Percent(decimal actual, decimal target, int decimals)
    {
        var (above, below) = Whole(actual, target);
        return HalfUp.Quotient(above, below, 100, decimals);
    }

    /// <summary>Decimals that a printed figure has: 2 in 71.15, 0 in 57.</summary>
    public static int DecimalsOf(string printed)
    {
        var point = printed.Trim().TrimEnd('%').IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : printed.Trim().TrimEnd('%').Length - point - 1;
    }

    // Both numbers times the same power of ten, so that the quotient is exact until its one rounding.
    internal static (BigInteger Above, BigInteger Below) Whole(decimal above, decimal below)
    {
        var places = Math.Max(above.Scale, below.Scale);
        return (Shift(above, places), Shift(below, places));
    }

    static BigInteger Shift(decimal value, int places)
    {
        var bits = decimal.GetBits(value);
        var units = new BigInteger((uint)bits[2]) << 64 | new BigInteger((uint)bits[1]) << 32 | (uint)bits[0];
        return (value < 0 ? -units : units) * BigInteger.Pow(10, places - value.Scale);
    }
}
