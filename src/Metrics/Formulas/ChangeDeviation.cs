using System.Numerics;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>How evenly a series moves: the standard deviation of its changes in per cent, each rounded to two decimals as it would be published.</summary>
public static class ChangeDeviation
{
    const int RootDigits = 20;

    /// <param name="pairs">Value now and value then.</param>
    /// <returns>Population standard deviation; null when there is no pair, or a value then is not above zero.</returns>
    public static decimal? Of(IReadOnlyCollection<(BigInteger Now, BigInteger Then)> pairs, int decimals)
    {
        if (pairs.Count == 0 || pairs.Any(x => x.Then.Sign <= 0)) return null;
        var hundredths = pairs.Select(x => (BigInteger)(HalfUp.Quotient(x.Now - x.Then, x.Then, 100, 2)!.Value * 100)).ToList();
        // √(n Σx² − (Σx)²) ÷ n, in hundredths.
        BigInteger count = hundredths.Count, sum = 0, squares = 0;
        foreach (var x in hundredths) (sum, squares) = (sum + x, squares + x * x);
        var root = ExactRoot.Shifted(count * squares - sum * sum, RootDigits);
        return HalfUp.Quotient(root, count * 100 * BigInteger.Pow(10, RootDigits), 1, decimals);
    }
}
