using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>The months of a computation as slots: all months before the first lie together in the opening slot, so that stocks carry what was there before.</summary>
readonly record struct MonthAxis(int First, int Last)
{
    public int Width => Last - First + 2;

    public int SlotOf(int month) => Math.Clamp(month - First + 1, 0, Width - 1);

    /// <summary>From the January in which the panel's months begin, where targets of the year are kept, to the last one that is asked of the indicator.</summary>
    public static MonthAxis Of(Panel panel, IndicatorDefinition definition) =>
        new(January(panel.Areas[0].Months.First), panel.Areas[0].Months.Last + (definition.Header.Model?.Ahead ?? 0));

    public static int January(int month) => month - month % 12;
}
