using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>All periods of a run, by the sets of frequencies that indicators have.</summary>
sealed class PeriodGrid(Timeline timeline)
{
    public IReadOnlyList<TruthPeriod> YearToDate { get; } = TruthPeriod.All(timeline, PeriodKind.YearToDate);
    public IReadOnlyList<TruthPeriod> Common { get; } = TruthPeriod.All(timeline, PeriodKind.Month, PeriodKind.Quarter, PeriodKind.Year);
    public IReadOnlyList<TruthPeriod> QuartersAndYears { get; } = TruthPeriod.All(timeline, PeriodKind.Quarter, PeriodKind.Year);
    public IReadOnlyList<TruthPeriod> Years { get; } = TruthPeriod.All(timeline, PeriodKind.Year);
    public IReadOnlyList<TruthPeriod> WithYearToDate => [.. Common, .. YearToDate];
}
