using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Scoring.Functions;

/// <summary>What a band looks at: the figure itself or its growth over the time before creation.</summary>
public enum BandOf { Value, GrowthPercent }

/// <summary>One band: exactly one of the four bounds.</summary>
public sealed record ScoreBand
{
    public decimal? AtLeast { get; init; }
    public decimal? Above { get; init; }
    public decimal? AtMost { get; init; }
    public decimal? Below { get; init; }
    public required decimal Points { get; init; }

    internal bool Holds(decimal left, decimal whole) =>
        AtLeast is { } atLeast ? left >= atLeast * whole
        : Above is { } above ? left > above * whole
        : AtMost is { } atMost ? left <= atMost * whole
        : left < Below * whole;

    internal int Bounds => new[] { AtLeast, Above, AtMost, Below }.Count(bound => bound is not null);

    internal (string Zh, string En) Text(Func<decimal, string> show) =>
        AtLeast is { } atLeast ? ($"不低于{show(atLeast)}", $"at least {show(atLeast)}")
        : Above is { } above ? ($"高于{show(above)}", $"above {show(above)}")
        : AtMost is { } atMost ? ($"不高于{show(atMost)}", $"at most {show(atMost)}")
        : ($"低于{show(Below!.Value)}", $"below {show(Below.Value)}");
}

/// <summary>The first band that holds gives the points; none gives zero.</summary>
public sealed record Bands : ScoreFunction
{
    public BandOf Of { get; init; } = BandOf.Value;

    /// <summary>From the best down.</summary>
    public required IReadOnlyList<ScoreBand> Steps { get; init; }

    public override IEnumerable<string> Issues(decimal points)
    {
        if (Steps.Count == 0 || Steps.Max(step => step.Points) != points) yield return $"the best band must give the item's {Text(points)} points.";
        if (Steps.Any(step => step.Bounds != 1)) yield return "each band states exactly one of at_least, above, at_most and below.";
        for (var i = 1; i < Steps.Count; i++)
            if (Steps[i].Points >= Steps[i - 1].Points) yield return $"band {i + 1} must give fewer points than the band before it.";
    }

    private protected override ItemScore Score(ScoreInput input, decimal value)
    {
        var growth = Of == BandOf.GrowthPercent;
        if (growth && input.Before is not > 0) return ItemScore.Missing("没有创建前的数值，无法计算增幅", "no figure before creation to measure growth from");
        // Growth is compared without dividing, so that exactly 30 % is 30 %.
        var (left, whole) = growth ? ((value - input.Before!.Value) * 100m, input.Before.Value) : (value, 1m);
        string Show(decimal number) => growth ? $"{Text(number)}%" : input.Show(number);
        var percent = growth ? HalfUp.Round(left / whole, 2) : 0m;
        var (zh, en) = growth
            ? ($"实际{input.Show(value)}，创建前{input.Show(input.Before!.Value)}，{(percent < 0 ? "下降" : "增长")}{Text(Math.Abs(percent))}%",
               $"{input.ShowEnglish(value)}, before {input.ShowEnglish(input.Before.Value)}, growth {Text(percent)}%")
            : ($"实际{input.Show(value)}", input.ShowEnglish(value));
        if (Steps.FirstOrDefault(step => step.Holds(left, whole)) is not { } band)
            return ItemScore.Of(0, $"{zh}，未进入得分档次", $"{en}, in no band");
        var (bound, inEnglish) = (band.Text(Show), band.Text(number => growth ? $"{Text(number)}%" : input.ShowEnglish(number)));
        return ItemScore.Of(band.Points, $"{zh}，属{bound.Zh}档", $"{en}, band {inEnglish.En}");
    }
}

/// <summary>Full points when the figure is strictly better than before creation; a tie gives what the rule states.</summary>
public sealed record BetterThanBefore : ScoreFunction
{
    /// <value>Default: 0 points for no change.</value>
    public decimal EqualPoints { get; init; }

    public override IEnumerable<string> Issues(decimal points) => Lead.Issues(points, EqualPoints);

    private protected override ItemScore Score(ScoreInput input, decimal value) => input.Before is { } before
        ? Lead.Of(input, value, before, EqualPoints, "创建前", "before creation")
        : ItemScore.Missing("没有创建前的数值", "there is no figure from before creation");
}

/// <summary>Full points when the figure is strictly better than the median of the same-type cities; a tie gives what the rule states.</summary>
public sealed record AboveSameType : ScoreFunction
{
    /// <value>Default: 0 points for a tie.</value>
    public decimal EqualPoints { get; init; }

    public override IEnumerable<string> Issues(decimal points) => Lead.Issues(points, EqualPoints);

    private protected override ItemScore Score(ScoreInput input, decimal value) => input.SameType is { } median
        ? Lead.Of(input, value, median, EqualPoints, "同类城市中位数", "the median of same-type cities")
        : ItemScore.Missing("没有同类城市可比", "there is no same-type city to compare with");
}

static class Lead
{
    public static IEnumerable<string> Issues(decimal points, decimal equalPoints)
    {
        if (equalPoints < 0 || equalPoints > points) yield return $"equal_points is {equalPoints}, expected 0 to {points}.";
    }

    public static ItemScore Of(ScoreInput input, decimal value, decimal other, decimal equalPoints, string zh, string en)
    {
        var lead = input.Better == Direction.Lower ? other - value : value - other;
        var (points, wordZh, wordEn) = lead > 0 ? (input.Points, "优于", "better than") : lead == 0 ? (equalPoints, "持平于", "equal to") : (0m, "不及", "worse than");
        return ItemScore.Of(points, $"实际{input.Show(value)}，{wordZh}{zh}{input.Show(other)}", $"{input.ShowEnglish(value)}, {wordEn} {en} {input.ShowEnglish(other)}");
    }
}
