using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.KeyGroups;

/// <summary>B05 零就业家庭动态清零率: a member at work by the end of the quarter of certification.</summary>
static class ClearedFamilies
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var cleared = new PartTable(new FigureKind("B05", "", timeline, grid => grid.Common));
        var open = new PartTable(new FigureKind("B05", "open", timeline, grid => grid.Common) { IsStock = true, IsCount = true, Decimals = 0 });
        foreach (var family in log.Of<ZeroJobFamily>())
        {
            var certified = Timeline.MonthOf(family.Certified);
            int? employed = family.FirstEmployed > 0 ? Timeline.MonthOf(family.FirstEmployed) : null;
            int? cancelled = family.Cancelled > 0 ? Timeline.MonthOf(family.Cancelled) : null;
            var limit = certified / 3 * 3 + 2;
            // A family struck off before anyone found work is not due.
            if (employed <= limit || !(cancelled <= limit)) cleared.Count(limit, employed <= limit);
            open.Stay(certified, Math.Min(employed ?? int.MaxValue, cancelled ?? int.MaxValue), 1, 0);
        }
        return [cleared, open];
    }
}
