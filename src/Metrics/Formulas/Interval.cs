using System.Numerics;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>A 95 % interval; both bounds rounded half up.</summary>
public readonly record struct Interval(decimal Low, decimal High)
{
    // 1.959964, the 97.5 % point of the normal distribution to six decimals, as a whole number of millionths.
    static readonly BigInteger Z = 1_959_964;
    static readonly BigInteger Million = 1_000_000;

    // Digits carried under the root; far more than any bound is printed with.
    const int RootDigits = 20;

    /// <summary>Wilson's interval of a share, times scale; null when nothing was counted.</summary>
    public static Interval? Wilson(BigInteger positive, BigInteger total, int scale, int decimals)
    {
        if (total.Sign <= 0) return null;
        // (x + z²/2 ± z √(x(n−x)/n + z²/4)) ÷ (n + z²), brought over 2·n·10¹² so that only whole numbers are left.
        var z2 = Z * Z;
        var million2 = Million * Million;
        var centre = 2 * positive * million2 + z2;
        // z √(x(n−x)/n + z²/4) × 2 × 10¹² = z·√((4·x(n−x)·10¹² + n·z²) ÷ n) × 10⁶ = z·√((4·x(n−x)·10¹² + n·z²)·n) × 10⁶ ÷ n
        var root = ExactRoot.Shifted((4 * positive * (total - positive) * million2 + total * z2) * total, RootDigits);
        var shift = BigInteger.Pow(10, RootDigits);
        var half = Z * root;
        var denominator = 2 * (total * million2 + z2) * total * shift;
        var middle = centre * total * shift;
        return new Interval(
            HalfUp.Quotient(middle - half, denominator, scale, decimals)!.Value,
            HalfUp.Quotient(middle + half, denominator, scale, decimals)!.Value);
    }

    /// <summary>mean ± z √(Σw²(s − mean)²) ÷ Σw, from whole sums; null when there is no weight.</summary>
    public static Interval? OfWeightedMean(
        BigInteger weightedScore, BigInteger weight, BigInteger weightSquared, BigInteger weightSquaredScore, BigInteger weightSquaredScoreSquared, int decimals)
    {
        if (weight.Sign <= 0) return null;
        // Σw²(s − m)² with m = Σws ÷ Σw, brought over (Σw)².
        var spread = weight * weight * weightSquaredScoreSquared - 2 * weightedScore * weight * weightSquaredScore + weightedScore * weightedScore * weightSquared;
        var shift = BigInteger.Pow(10, RootDigits);
        var half = Z * ExactRoot.Shifted(spread, RootDigits);
        var middle = weightedScore * weight * Million * shift;
        var denominator = weight * weight * Million * shift;
        return new Interval(HalfUp.Quotient(middle - half, denominator, 1, decimals)!.Value, HalfUp.Quotient(middle + half, denominator, 1, decimals)!.Value);
    }
}
