using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Process;

/// <summary>P02 申报目标完成率: of the targets due by then, those that the latest figure reached.</summary>
static class Promises
{
    public static IEnumerable<Figure> Of(int city, CityLog log, CityTotals totals, PeriodGrid grid)
    {
        var promised = log.Of<ApplicationTarget>().Select(target => (Due: Timeline.MonthOf(target.Due), IsKept: IsKept(target, totals))).ToArray();
        foreach (var period in grid.QuartersAndYears)
        {
            var due = promised.Where(target => target.Due <= period.Last).ToArray();
            yield return Figure.Ratio("P02", "", city, period with { IsWhole = true }, due.Count(target => target.IsKept), due.Length, 100);
        }
    }

    static bool IsKept(ApplicationTarget target, CityTotals totals)
    {
        if (totals.Latest(target.Indicator, Timeline.MonthOf(target.Due)) is not { } reached) return false;
        return target.Direction == "1" ? reached * 100 >= target.Target : reached * 100 <= target.Target;
    }
}
