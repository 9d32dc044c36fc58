using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>All periods of a run, by the sets of frequencies that indicators have.</summary>
sealed class PeriodGrid(Timeline timeline)
{
    public IReadOnlyList<TruthPeriod> Months { get; } = TruthPeriod.All(timeline, PeriodKind.Month);
    public IReadOnlyList<TruthPeriod> Quarters { get; } = TruthPeriod.All(timeline, PeriodKind.Quarter);
    public IReadOnlyList<TruthPeriod> YearToDate { get; } = TruthPeriod.All(timeline, PeriodKind.YearToDate);
    public IReadOnlyList<TruthPeriod> Common { get; } = TruthPeriod.All(timeline, PeriodKind.Month, PeriodKind.Quarter, PeriodKind.Year);
    public IReadOnlyList<TruthPeriod> QuartersAndYears { get; } = TruthPeriod.All(timeline, PeriodKind.Quarter, PeriodKind.Year);
    public IReadOnlyList<TruthPeriod> Years { get; } = TruthPeriod.All(timeline, PeriodKind.Year);
    public IReadOnlyList<TruthPeriod> HalfYearsAndYears { get; } = TruthPeriod.All(timeline, PeriodKind.HalfYear, PeriodKind.Year);
    public IReadOnlyList<TruthPeriod> Rolling12 { get; } = TruthPeriod.All(timeline, PeriodKind.Rolling12);
    public IReadOnlyList<TruthPeriod> ReportMonths { get; } = TruthPeriod.All(timeline, PeriodKind.ReportMonth);

    /// <summary>Those of which figures about figures take up a value.</summary>
    public IReadOnlyList<TruthPeriod> All => [.. WithYearToDate, .. HalfYearsAndYears.Where(period => period.Kind == PeriodKind.HalfYear)];
    public IReadOnlyList<TruthPeriod> WithYearToDate => [.. Common, .. YearToDate];
    public IReadOnlyList<TruthPeriod> MonthsAndQuarters => [.. Months, .. Quarters];
    public IReadOnlyList<TruthPeriod> YearsAndYearToDate => [.. Years, .. YearToDate];
    public IReadOnlyList<TruthPeriod> MonthsYearsAndYearToDate => [.. Months, .. Years, .. YearToDate];
}
