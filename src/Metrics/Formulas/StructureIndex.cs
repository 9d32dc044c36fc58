using System.Numerics;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>Indexes that compare the structures of two sides over groups; what is left out of the groups takes no part.</summary>
public static class StructureIndex
{
    // Digits of each square root; the sum is rounded once, at the end.
    const int RootDigits = 28;

    /// <summary>1 − ½ Σ |D_i/D − S_i/S|; null when a side is empty.</summary>
    public static decimal? Match(IReadOnlyCollection<(BigInteger Demand, BigInteger Supply)> groups, int decimals)
    {
        var (demand, supply) = Sums(groups);
        if (demand.IsZero || supply.IsZero) return null;
        var apart = groups.Aggregate(BigInteger.Zero, (sum, x) => sum + BigInteger.Abs(x.Demand * supply - x.Supply * demand));
        return HalfUp.Quotient(2 * demand * supply - apart, 2 * demand * supply, 1, decimals);
    }

    /// <summary>1 − Σ √(D_i/D × S_i/S), the mismatch index with equal weights (α = 0.5); null when a side is empty.</summary>
    public static decimal? Mismatch(IReadOnlyCollection<(BigInteger Demand, BigInteger Supply)> groups, int decimals)
    {
        var (demand, supply) = Sums(groups);
        if (demand.IsZero || supply.IsZero) return null;
        // √(D_i S_i ÷ (D S)) = √(D_i S_i D S) ÷ (D S): one denominator for all roots.
        var roots = groups.Aggregate(BigInteger.Zero, (sum, x) => sum + ExactRoot.Shifted(x.Demand * x.Supply * demand * supply, RootDigits));
        var one = demand * supply * BigInteger.Pow(10, RootDigits);
        return HalfUp.Quotient(one - roots, one, 1, decimals);
    }

    static (BigInteger Demand, BigInteger Supply) Sums(IEnumerable<(BigInteger Demand, BigInteger Supply)> groups) =>
        groups.Aggregate((Demand: BigInteger.Zero, Supply: BigInteger.Zero), (sum, x) => (sum.Demand + x.Demand, sum.Supply + x.Supply));
}
