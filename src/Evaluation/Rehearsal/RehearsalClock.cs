namespace DemoCityAnalytics.Evaluation.Rehearsal;

/// <summary>The rehearsal's own calendar: a programme of three years passes in seconds.</summary>
sealed class RehearsalClock(DateOnly day) : TimeProvider
{
    public DateOnly Day { get; set; } = day;

    public override DateTimeOffset GetUtcNow() => new(Day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));
}
