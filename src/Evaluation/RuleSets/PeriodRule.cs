using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.RuleSets;

/// <summary>
/// Which period is read when a month is judged: the latest complete one of the item's frequency, not older than the rule set allows.
/// What is held against the year's target pro rata (序时进度) is read within the judged year alone.
/// </summary>
public static class PeriodRule
{
    /// <summary>The month after which the period must end.</summary>
    public static Month ReadsAfter(this RuleSet rules, RuleSetItem item, Month judged) =>
        item.Comparison == Comparison.ProRata ? new Month(judged.Year, 1) - 1 : judged - rules.PeriodMonths;
}
