using System.Globalization;
using System.Numerics;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>E07 求人倍率, E08 分组求人倍率, E10 结构匹配度, E11 错配指数, E12 供需匹配率.</summary>
static class MarketFigures
{
    const int NotMapped = 9;

    public static IEnumerable<Figure> OfTally(int area, Tally tally, PeriodGrid grid)
    {
        foreach (var period in grid.Common.Concat(grid.Rolling12))
            yield return Figure.Ratio("E07", "", area, period, Numbers(tally.Openings, period).Sum(), Numbers(tally.Seekers, period).Sum(), 1);
        foreach (var period in grid.QuartersAndYears)
        {
            var (demand, supply) = (Numbers(tally.Openings, period), Numbers(tally.Seekers, period));
            foreach (var figure in Grouped(area, period, demand, supply).Concat(Matched(area, period, demand, supply)).Concat(Structures(area, period, demand[1..NotMapped], supply[1..NotMapped]))) yield return figure;
        }
    }

    static long[] Numbers(MarketSide side, TruthPeriod period) =>
        Enumerable.Range(0, Tally.Occupations).Select(occupation => side.Effective(occupation, period.First, period.Last)).ToArray();

    static IEnumerable<Figure> Grouped(int area, TruthPeriod period, long[] demand, long[] supply)
    {
        BigInteger allDemand = demand[..NotMapped].Sum(), allSupply = supply[..NotMapped].Sum();
        for (var group = 1; group < NotMapped; group++)
        {
            var member = group.ToString(CultureInfo.InvariantCulture);
            // Openings without a requirement follow the seekers' shares exactly; seekers without one follow the openings' shares in whole persons.
            var shared = allDemand.IsZero ? 0 : Rounded.Whole(supply[0] * (BigInteger)demand[group], allDemand);
            yield return Figure.Ratio("E08", "", area, period,
                demand[group] * allSupply + demand[0] * (BigInteger)supply[group],
                allDemand.IsZero ? 0 : allSupply * (supply[group] + shared), 1) with
            {
                Breakdown = "occupation",
                Member = member,
                Numerator = null,
                Denominator = null,
            };
            yield return Figure.Ratio("E08", "plain", area, period, demand[group], supply[group], 1) with { Breakdown = "occupation", Member = member };
        }
    }

    static IEnumerable<Figure> Matched(int area, TruthPeriod period, long[] demand, long[] supply)
    {
        long met = 0, allDemand = 0, allSupply = 0;
        for (var group = 1; group < NotMapped; group++)
        {
            met += Math.Min(demand[group], supply[group]);
            allDemand += demand[group];
            allSupply += supply[group];
        }
        yield return Figure.Ratio("E12", "", area, period, met, allDemand, 100);
        yield return Figure.Ratio("E12", "seekers", area, period, met, allSupply, 100);
        yield return Figure.Ratio("E12", "feasible", area, period, met, Math.Min(allDemand, allSupply), 100);
    }

    // Shares of the major classes on both sides: how far they overlap, and the distance by square roots.
    static IEnumerable<Figure> Structures(int area, TruthPeriod period, long[] demand, long[] supply)
    {
        BigInteger allDemand = demand.Sum(), allSupply = supply.Sum();
        var both = allDemand * allSupply;
        var isStated = period.IsWhole && !both.IsZero;
        var apart = demand.Zip(supply, (openings, seekers) => BigInteger.Abs(openings * allSupply - seekers * allDemand)).Aggregate(BigInteger.Zero, BigInteger.Add);
        yield return new("E10", "", area, period.Name, isStated ? Rounded.Quotient(2 * both - apart, 2 * both, 4) : null);
        var roots = demand.Zip(supply, (openings, seekers) => Rounded.Root(openings * (BigInteger)seekers * both)).Aggregate(BigInteger.Zero, BigInteger.Add);
        yield return new("E11", "", area, period.Name, isStated ? Rounded.Quotient(both * Rounded.RootUnit - roots, both * Rounded.RootUnit, 4) : null);
    }
}
