using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Evaluation.Tests.Programme;

public sealed class CreationProgressTests
{
    static readonly DateOnly From = new(2026, 1, 1);

    [Fact]
    public void LowerIsBetter_MeasuresTheWayDown()
    {
        // From 4.0 to 3.5 in 365 days; after 219 days (60 %) at 3.7 it has come 60 % of the way.
        var progress = CreationProgress.Of(Target(4.0m, 3.5m, Direction.Lower), 3.7m, From, From.AddDays(219));

        Assert.Equal((60.0m, 60.0m, false, false), (progress.DonePercent, progress.TimePercent, progress.Alert, progress.Achieved));
    }

    [Fact]
    public void BehindTheCalendar_IsAnAlert()
    {
        var progress = CreationProgress.Of(Target(80, 90, Direction.Higher), 83, From, From.AddDays(219));

        Assert.True(progress.Alert);
        Assert.Equal("好评率：完成30.0%，序时进度60.0%，滞后30.0个百分点", progress.Sentence);
    }

    [Fact]
    public void WithoutAFigure_IsAnAlertNotAFailure() =>
        Assert.Equal((null, true, false), (CreationProgress.Of(Target(80, 90, Direction.Higher), null, From, From) is var p ? p.DonePercent : 0, p.Alert, p.Achieved));

    [Fact]
    public void HoldingTheBaseline_IsDoneOrNot() =>
        Assert.Equal([100m, 0m], new[] { 95m, 94.9m }.Select(value => CreationProgress.Of(Target(95, 95, Direction.Higher), value, From, From).DonePercent!.Value));

    [Fact]
    public void Completion_CountsDueTargetsOnly()
    {
        var later = Target(80, 90, Direction.Higher) with { DueOn = From.AddDays(1000) };
        TargetProgress[] progress =
        [
            CreationProgress.Of(Target(80, 90, Direction.Higher), 90, From, From.AddDays(365)),
            CreationProgress.Of(Target(80, 90, Direction.Higher), 89, From, From.AddDays(365)),
            CreationProgress.Of(Target(80, 90, Direction.Higher), 91, From, From.AddDays(365)),
            CreationProgress.Of(later, 95, From, From.AddDays(365)),
        ];

        Assert.Equal(66.67m, CreationProgress.CompletionPercent(progress));
        Assert.Null(CreationProgress.CompletionPercent([progress[3]]));
    }

    static ApplicationTarget Target(decimal baseline, decimal target, Direction better) =>
        new() { Text = "好评率", Indicator = "C07", Baseline = baseline, Target = target, Better = better, DueOn = From.AddDays(365) };
}
