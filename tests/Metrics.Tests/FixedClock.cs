namespace DemoCityAnalytics.Metrics.Tests;

/// <summary>A clock that a test moves by hand.</summary>
sealed class FixedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2025, 1, 10, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
