using System.Numerics;

namespace DemoCityAnalytics.Metrics.Tests.Disclosure;

/// <summary>Which unknowns of a system of sums have one solution only: exact elimination in fractions of whole numbers.</summary>
static class LinearSystem
{
    /// <param name="equations">The unknowns of each equation with their factors; what stands on the other side does not matter.</param>
    public static IReadOnlySet<int> Solvable(IEnumerable<Dictionary<int, BigInteger>> equations)
    {
        var solved = new Dictionary<int, Dictionary<int, BigInteger>>();
        foreach (var equation in equations)
        {
            var row = new Dictionary<int, BigInteger>(equation);
            // All unknowns that lead another row are replaced by what that row says of them.
            while (row.Keys.FirstOrDefault(solved.ContainsKey, -1) is >= 0 and var known) Eliminate(row, solved[known], known);
            if (row.Count == 0) continue;
            var lead = row.Keys.Min();
            foreach (var other in solved.Values.Where(other => other.ContainsKey(lead))) Eliminate(other, row, lead);
            solved.Add(lead, row);
        }
        return solved.Where(x => x.Value.Count == 1).Select(x => x.Key).ToHashSet();
    }

    static void Eliminate(Dictionary<int, BigInteger> row, Dictionary<int, BigInteger> by, int unknown)
    {
        var (own, others) = (row[unknown], by[unknown]);
        foreach (var place in row.Keys.ToList()) row[place] *= others;
        foreach (var (place, factor) in by)
        {
            var left = row.GetValueOrDefault(place) - factor * own;
            if (left.IsZero) row.Remove(place);
            else row[place] = left;
        }
        var common = row.Values.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        if (common > 1)
            foreach (var place in row.Keys.ToList()) row[place] /= common;
    }
}
