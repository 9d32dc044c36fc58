using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Evaluation.Scoring;

/// <summary>The numbers that a score function looks at, for one item of one city.</summary>
public sealed record ScoreInput
{
    /// <summary>Full points of the item.</summary>
    public required decimal Points { get; init; }

    /// <summary>The figure, or what an expert counted; null when missing.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Why the figure is missing, in Chinese.</summary>
    public string? Note { get; init; }

    /// <summary>For a figure held pro rata (序时进度) the whole year's.</summary>
    public decimal? Target { get; init; }

    /// <summary>Before creation (创建前).</summary>
    public decimal? Before { get; init; }

    /// <summary>Median of the same-type cities (同类城市).</summary>
    public decimal? SameType { get; init; }

    public Direction Better { get; init; } = Direction.Higher;
    public decimal? BandFrom { get; init; }
    public decimal? BandTo { get; init; }

    /// <summary>Months passed of the year that the target is for; 12 holds against the whole target.</summary>
    public int Months { get; init; } = 12;

    public string Unit { get; init; } = "";
    public int Decimals { get; init; }

    /// <summary>The target is met; null when there is nothing to hold against.</summary>
    public bool? Met => Miss is { } miss ? miss.Gap <= 0 : null;

    /// <summary>By how much the target is missed and of what: gap ÷ whole is the shortfall. Never divided, so that exactly 5 % is 5 %.</summary>
    public (decimal Gap, decimal Whole)? Miss => (Value, Better) switch
    {
        (null, _) => null,
        ({ } value, Direction.Band) when BandFrom is { } from && BandTo is { } to =>
            value < from ? (from - value, Math.Abs(from)) : value > to ? (value - to, Math.Abs(to)) : (0m, Math.Abs(to)),
        ({ } value, Direction.Lower) when Target is { } target => (value - target, Math.Abs(target)),
        ({ } value, _) when Better != Direction.Band && Target is { } target => (target * Months - value * 12m, Math.Abs(target * Months)),
        _ => null,
    };

    /// <summary>The figure with its decimals and unit.</summary>
    public string Show(decimal value) => Number(value) + UnitName.After(Unit);

    /// <summary>The same in an English sentence.</summary>
    public string ShowEnglish(decimal value) => Number(value) + UnitName.AfterInEnglish(Unit);

    string Number(decimal value) => value.ToString(Decimals == 0 ? "#,0.##" : "#,0." + new string('0', Decimals), PrintedNumber.Format);

    /// <summary>What the figure is held against, as a phrase.</summary>
    public (string Zh, string En) Goal => Better switch
    {
        Direction.Band when BandFrom is { } from && BandTo is { } to => ($"目标区间{Show(from)}—{Show(to)}", $"band {ShowEnglish(from)} to {ShowEnglish(to)}"),
        Direction.Lower when Target is { } target => ($"控制目标{Show(target)}", $"control target {ShowEnglish(target)}"),
        _ when Target is { } target && Months < 12 => ($"年度目标{Show(target)}的{Months}/12", $"{Months}/12 of the year's target {ShowEnglish(target)}"),
        _ when Target is { } target => ($"目标{Show(target)}", $"target {ShowEnglish(target)}"),
        _ => ("无目标", "no target"),
    };
}
