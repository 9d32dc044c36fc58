using System.Numerics;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>Square roots of whole numbers with as many digits as asked for, without floating point.</summary>
static class ExactRoot
{
    /// <summary>The whole part of √(value × 10^(2 × digits)): the root, shifted by this many decimals.</summary>
    public static BigInteger Shifted(BigInteger value, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value.Sign, nameof(value));
        var square = value * BigInteger.Pow(10, 2 * digits);
        if (square.IsZero) return 0;
        // Newton's steps fall towards the root from a power of two above it, and stop at its whole part.
        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + square / root) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }
}
