using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>The members with the largest gap between two sides (紧缺与富余职业): largest first, ties by code.</summary>
static class Ranking
{
    /// <summary>Length of the list, as the quarterly report prints it.</summary>
    public const int Length = 10;

    // Cells with fewer openings and seekers together say more about single persons than about the market.
    const int SmallestCell = 10;

    public static IReadOnlyList<(string Member, BigInteger Gap, MemberParts Parts)> Of(IndicatorView view, IEnumerable<MemberParts> parts) => [.. parts
        .Select(x => (x.Member, Demand: view.Numerator.Of(x.Parts), Supply: view.Denominator!.Of(x.Parts), Parts: x))
        .Where(x => x.Demand + x.Supply >= SmallestCell)
        .Select(x => (x.Member, Gap: (BigInteger)(view.Convention == "surplus" ? x.Supply - x.Demand : x.Demand - x.Supply), x.Parts))
        .Where(x => x.Gap > 0)
        .OrderByDescending(x => x.Gap).ThenBy(x => x.Member, StringComparer.Ordinal)
        .Take(Length)];

    /// <summary>One member's gap, or for the empty member the sum of all gaps listed. No value for a member that is not on the list.</summary>
    public static FigureValue Apply(IndicatorView view, IReadOnlyList<MemberParts> parts, string member)
    {
        var listed = Of(view, parts);
        if (member.Length == 0) return new(listed.Aggregate(BigInteger.Zero, (sum, x) => sum + x.Gap), null, (decimal)listed.Aggregate(BigInteger.Zero, (sum, x) => sum + x.Gap), null);
        foreach (var (name, gap, own) in listed)
            if (name == member) return new(view.Numerator.Of(own.Parts), view.Denominator!.Of(own.Parts), (decimal)gap, null);
        return new(null, null, null, null);
    }
}
