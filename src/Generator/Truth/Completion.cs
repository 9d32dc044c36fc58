using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>What has been reached of a year's target, which is set in hundredths.</summary>
static class Completion
{
    /// <summary>A table to which the numbers reached are still to be added.</summary>
    public static PartTable Table(string indicator, IReadOnlyDictionary<int, long> targets, Timeline timeline)
    {
        var table = new PartTable(new FigureKind(indicator, "completion", timeline, grid => grid.YearsAndYearToDate) { Scale = 10_000, HidesParts = true });
        foreach (var (year, hundredths) in targets) table.Count(year * 12, 0, hundredths);
        return table;
    }
}
