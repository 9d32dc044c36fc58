namespace DemoCityAnalytics.Evaluation.Scoring.Functions;

/// <summary>Missing the target loses every point of the item.</summary>
public sealed record AllOrNothing : ScoreFunction
{
    private protected override ItemScore Score(ScoreInput input, decimal value)
    {
        if (input.Met is not { } met) return NoTarget();
        var goal = input.Goal;
        return ItemScore.Of(met ? input.Points : 0,
            $"实际{input.Show(value)}，{goal.Zh}，{(met ? "达标" : "未达标，不得分")}",
            $"{input.ShowEnglish(value)}, {goal.En}, {(met ? "met" : "missed")}");
    }
}

/// <summary>One step of a loss: a shortfall of at most so many per cent of the target loses so many points.</summary>
public sealed record ShortfallStep
{
    public required decimal UpToPercent { get; init; }
    public required decimal Lose { get; init; }
}

/// <summary>The further below the target, the more points are lost; a shortfall exactly on a step's edge belongs to that step.</summary>
public sealed record StepsByShortfall : ScoreFunction
{
    public required IReadOnlyList<ShortfallStep> Steps { get; init; }

    /// <summary>Lost beyond the last step; the item never goes below zero.</summary>
    public required decimal BeyondLose { get; init; }

    public override IEnumerable<string> Issues(decimal points)
    {
        if (Steps.Count == 0) yield return "steps is empty; state at least one.";
        for (var i = 1; i < Steps.Count; i++)
            if (Steps[i].UpToPercent <= Steps[i - 1].UpToPercent || Steps[i].Lose < Steps[i - 1].Lose)
                yield return $"step {i + 1} (up to {Steps[i].UpToPercent} %) must reach further and lose no less than the step before it.";
        if (Steps.Count > 0 && BeyondLose < Steps[^1].Lose) yield return "beyond_lose is less than the last step loses.";
    }

    private protected override ItemScore Score(ScoreInput input, decimal value)
    {
        if (input.Miss is not { } miss) return NoTarget();
        var goal = input.Goal;
        if (miss.Gap <= 0) return ItemScore.Of(input.Points, $"实际{input.Show(value)}，{goal.Zh}，达标", $"{input.ShowEnglish(value)}, {goal.En}, met");
        var step = Steps.FirstOrDefault(x => miss.Gap * 100m <= x.UpToPercent * miss.Whole);
        var lose = step?.Lose ?? BeyondLose;
        var edge = step?.UpToPercent ?? Steps[^1].UpToPercent;
        return ItemScore.Of(Math.Max(0, input.Points - lose),
            $"实际{input.Show(value)}，{goal.Zh}，差{Percent(miss)}（{(step is null ? "超过" : "不超过")}{Text(edge)}%），扣{Text(lose)}分",
            $"{input.ShowEnglish(value)}, {goal.En}, short by {Percent(miss)} ({(step is null ? "more than" : "at most")} {Text(edge)}%), {Text(lose)} lost");
    }
}

/// <summary>Below, equal to or above the yearly control target (控制目标).</summary>
public sealed record AgainstControl : ScoreFunction
{
    public required decimal Below { get; init; }
    public required decimal Equal { get; init; }
    public required decimal Above { get; init; }

    public override IEnumerable<string> Issues(decimal points)
    {
        if (Below < 0 || Equal < 0 || Above < 0 || Math.Max(Below, Math.Max(Equal, Above)) != points)
            yield return $"the best of below, equal and above must be the item's {Text(points)} points, and none negative.";
    }

    private protected override ItemScore Score(ScoreInput input, decimal value)
    {
        if (input.Target is not { } target) return NoTarget();
        var (points, zh, en) = value < target ? (Below, "低于", "below") : value == target ? (Equal, "等于", "equal to") : (Above, "高于", "above");
        return ItemScore.Of(points, $"实际{input.Show(value)}，{zh}控制目标{input.Show(target)}", $"{input.ShowEnglish(value)}, {en} the control target {input.ShowEnglish(target)}");
    }
}

/// <summary>Full points when done, half when half done, none below half.</summary>
public sealed record HalfCredit : ScoreFunction
{
    /// <value>Default: half done is 50 % of the target.</value>
    public decimal HalfPercent { get; init; } = 50;

    public override IEnumerable<string> Issues(decimal points)
    {
        if (HalfPercent is <= 0 or >= 100) yield return $"half_percent is {HalfPercent}, expected between 0 and 100.";
    }

    private protected override ItemScore Score(ScoreInput input, decimal value)
    {
        if (input.Miss is not { } miss) return NoTarget();
        var goal = input.Goal;
        var half = miss.Gap * 100m <= (100m - HalfPercent) * miss.Whole;
        var (points, zh, en) = miss.Gap <= 0 ? (input.Points, "完成", "done") : half ? (input.Points / 2m, "完成过半", "half done") : (0m, "完成不足一半", "less than half done");
        return ItemScore.Of(points, $"实际{input.Show(value)}，{goal.Zh}，{zh}", $"{input.ShowEnglish(value)}, {goal.En}, {en}");
    }
}

/// <summary>Points in proportion to the figure, full from a stated value on (执行率×分值).</summary>
public sealed record Proportional : ScoreFunction
{
    /// <value>Default: 100 earns all.</value>
    public decimal FullAt { get; init; } = 100;

    public override IEnumerable<string> Issues(decimal points)
    {
        if (FullAt <= 0) yield return $"full_at is {FullAt}, expected more than 0.";
    }

    private protected override ItemScore Score(ScoreInput input, decimal value)
    {
        var share = Math.Clamp(value, 0, FullAt);
        return ItemScore.Of(Warehouse.Figures.HalfUp.Round(input.Points * share / FullAt, 2),
            $"实际{input.Show(value)}，按{input.Show(value)}÷{input.Show(FullAt)}×{Text(input.Points)}分计，最高{Text(input.Points)}分",
            $"{input.ShowEnglish(value)}, {input.ShowEnglish(value)} ÷ {input.ShowEnglish(FullAt)} × {Text(input.Points)}, at most {Text(input.Points)}");
    }
}
