using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Programme;

/// <summary>One target on a day: how far it has come and how far the calendar has.</summary>
/// <param name="DonePercent">Share of the way from baseline to target, one decimal; null without a figure.</param>
/// <param name="TimePercent">Share of the time from the start of creation to the due date (序时进度), one decimal.</param>
public sealed record TargetProgress(ApplicationTarget Target, decimal? Actual, decimal? DonePercent, decimal TimePercent, bool Due, bool Achieved)
{
    /// <summary>Behind the calendar.</summary>
    public bool Alert => !Achieved && (DonePercent is null || DonePercent < TimePercent);

    public string Sentence => Actual is null
        ? $"{Target.Text}：尚无数值，序时进度{TimePercent:0.0}%"
        : Achieved ? $"{Target.Text}：已达到目标"
        : $"{Target.Text}：完成{DonePercent:0.0}%，序时进度{TimePercent:0.0}%，{(Alert ? "滞后" : "快")}{Math.Abs(DonePercent!.Value - TimePercent):0.0}个百分点{(Due ? "，已到期未完成" : "")}";
}

/// <summary>Points that an item could still bring, with what is needed.</summary>
public sealed record RecoverableItem(string Item, string Clause, decimal Points, decimal FullPoints, decimal Recoverable, string Reason);

/// <summary>How a city's creation stands (P02): targets against time, and where points can be recovered.</summary>
public static class CreationProgress
{
    public static TargetProgress Of(ApplicationTarget target, decimal? actual, DateOnly from, DateOnly today)
    {
        if (target is not { Baseline: { } baseline, Target: { } goal, DueOn: { } due })
            throw new ArgumentException("Only a quantified target has progress; confirmed applications hold no other.", nameof(target));
        var time = due <= from ? 100m : HalfUp.Round(Math.Clamp((today.DayNumber - from.DayNumber) * 100m / (due.DayNumber - from.DayNumber), 0, 100), 1);
        var achieved = actual is { } value && (target.Better == Direction.Lower ? value <= goal : value >= goal);
        // A target that only holds the baseline has no way to go: it is done or not.
        decimal? done = actual is not { } now ? null
            : goal == baseline ? achieved ? 100m : 0m
            : HalfUp.Round((now - baseline) * 100m / (goal - baseline), 1);
        return new TargetProgress(target, actual, done, time, today >= due, achieved);
    }

    /// <summary>Due targets that were reached ÷ due targets × 100, two decimals; null while none is due.</summary>
    public static decimal? CompletionPercent(IReadOnlyCollection<TargetProgress> targets) =>
        HalfUp.Quotient(targets.Count(target => target is { Due: true, Achieved: true }), targets.Count(target => target.Due), 100, 2);

    /// <summary>Items ordered by the points that can be recovered, the most first.</summary>
    public static IReadOnlyList<RecoverableItem> Gaps(CityScore score) => [.. score.Items
        .Select(item => new RecoverableItem(item.Item, item.Clause, item.Score.Points ?? 0, item.FullPoints, item.FullPoints - (item.Score.Points ?? 0), item.Score.Reason.Zh))
        .Where(item => item.Recoverable > 0)
        .OrderByDescending(item => item.Recoverable).ThenBy(item => item.Item, StringComparer.Ordinal)];
}
