using System.Globalization;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Process;

/// <summary>P06 认定后指标滑坡预警: worse than at designation by more than five per cent in two quarters running.</summary>
static class Declines
{
    const int LimitPercent = 5;

    // Of the indicators watched after designation, those of which less is better.
    static readonly string[] LowerIsBetter = ["E05", "E15"];

    public static IEnumerable<Figure> Of(int city, CityLog log, CityTotals totals, PeriodGrid grid)
    {
        foreach (var quarter in grid.Quarters)
        {
            var judged = log.Of<Designation>().Select(designated => (Now: IsWorse(designated, quarter.Last, totals), Before: IsWorse(designated, quarter.Last - 3, totals)))
                .Where(pair => pair is { Now: not null, Before: not null }).ToArray();
            var declined = judged.Count(pair => pair is { Now: true, Before: true });
            yield return new("P06", "", city, quarter.Name, judged.Length > 0 ? declined.ToString(CultureInfo.InvariantCulture) : null) { Numerator = declined };
        }
    }

    static bool? IsWorse(Designation designation, int lastMonth, CityTotals totals)
    {
        if (lastMonth < Timeline.MonthOf(designation.DesignatedOn) || totals.OfQuarter(designation.Indicator, lastMonth) is not { } value) return null;
        return LowerIsBetter.Contains(designation.Indicator)
            ? value * 10_000 > designation.Baseline * (100 + LimitPercent)
            : value * 10_000 < designation.Baseline * (100 - LimitPercent);
    }
}
