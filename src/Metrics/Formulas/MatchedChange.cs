using System.Numerics;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>One city's number in a period and in the same period a year before; null where it has none.</summary>
public readonly record struct CityPair(int City, BigInteger? Now, BigInteger? Before);

/// <summary>
/// 同比 as the national series has it: of the cities that reported both times alone, with the list of those left out. Cities that came or went
/// would otherwise pass for growth or decline.
/// </summary>
/// <param name="Percent">Change of the matched cities' sums; null when none is matched or they had nothing.</param>
/// <param name="Matched">Cities with both numbers.</param>
/// <param name="LeftOut">Cities that lack one of them.</param>
/// <param name="OfAll">The change of all cities' sums, which is not the answer; known because it is what is often reported.</param>
public sealed record MatchedChange(decimal? Percent, IReadOnlyList<int> Matched, IReadOnlyList<int> LeftOut, decimal? OfAll)
{
    public static MatchedChange Of(IEnumerable<CityPair> cities, int decimals)
    {
        var all = cities.Where(city => city.Now is not null || city.Before is not null).OrderBy(city => city.City).ToList();
        var matched = all.Where(city => city.Now is not null && city.Before is not null).ToList();
        return new MatchedChange(
            Change(matched, decimals), matched.ConvertAll(city => city.City), [.. all.Except(matched).Select(city => city.City)], Change(all, decimals));
    }

    static decimal? Change(List<CityPair> cities, int decimals)
    {
        var (now, before) = cities.Aggregate((Now: BigInteger.Zero, Before: BigInteger.Zero), (sum, city) => (sum.Now + (city.Now ?? 0), sum.Before + (city.Before ?? 0)));
        return HalfUp.Quotient(now - before, before, 100, decimals);
    }
}
