using System.Numerics;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>How rows without a requirement enter a grouped ratio; a published table follows one of these, and says which.</summary>
public enum SharingConvention
{
    /// <summary>Both sides' rows without a requirement are shared out.</summary>
    SharedOut,

    /// <summary>Seekers without a requirement are shared out by the openings of each group.</summary>
    SeekerSide,

    /// <summary>Openings without a requirement are shared out by the seekers of each group.</summary>
    DemandSide,

    /// <summary>Openings ÷ seekers of the group, nothing shared out.</summary>
    Plain,
}

/// <summary>Openings and seekers of one group and of the whole table; totals include the rows without a requirement.</summary>
public sealed record GroupedCounts(
    BigInteger Openings, BigInteger Seekers, BigInteger OpeningsWithoutRequirement, BigInteger SeekersWithoutRequirement,
    BigInteger OpeningsTotal, BigInteger SeekersTotal);

/// <summary>分组求人倍率: (D_i + D_0 × S_i ÷ S) ÷ (S_i + ROUND(S_0 × D_i ÷ D)). Shared-out seekers are whole persons, openings are not rounded.</summary>
public static class GroupedRatio
{
    /// <summary>Null when the group has nothing below the line, or there is something to share out and nothing to share it by.</summary>
    public static decimal? Of(GroupedCounts counts, SharingConvention convention, int decimals)
    {
        var shareSeekers = convention is SharingConvention.SharedOut or SharingConvention.SeekerSide && !counts.SeekersWithoutRequirement.IsZero;
        var shareOpenings = convention is SharingConvention.SharedOut or SharingConvention.DemandSide && !counts.OpeningsWithoutRequirement.IsZero;

        var seekers = counts.Seekers;
        if (shareSeekers)
        {
            if (HalfUp.Quotient(counts.SeekersWithoutRequirement * counts.Openings, counts.OpeningsTotal, 1, 0) is not { } shared) return null;
            seekers += (BigInteger)shared;
        }
        if (!shareOpenings) return HalfUp.Quotient(counts.Openings, seekers, 1, decimals);

        // Above the line the share stays a fraction: everything is brought over the seekers' total, so that there is one rounding, at the end.
        if (counts.SeekersTotal.IsZero) return null;
        return HalfUp.Quotient(
            counts.Openings * counts.SeekersTotal + counts.OpeningsWithoutRequirement * counts.Seekers, seekers * counts.SeekersTotal, 1, decimals);
    }
}
