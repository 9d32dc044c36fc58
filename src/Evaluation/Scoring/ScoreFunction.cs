namespace DemoCityAnalytics.Evaluation.Scoring;

/// <summary>How an item's points follow from its numbers: pure, so that anyone can compute a score again.</summary>
public abstract record ScoreFunction
{
    public ItemScore Score(ScoreInput input) => input.Value is { } value
        ? Score(input, value)
        : ItemScore.Missing(input.Note ?? "没有该期数值", "there is no figure for the period");

    /// <summary>What is wrong with the function's own settings, for an item of this many points.</summary>
    public virtual IEnumerable<string> Issues(decimal points) => [];

    private protected abstract ItemScore Score(ScoreInput input, decimal value);

    private protected static ItemScore NoTarget() => ItemScore.Missing("未设目标", "no target is set");

    private protected static string Text(decimal number) => ItemScore.Text(number);

    private protected static string Percent((decimal Gap, decimal Whole) miss) =>
        miss.Whole == 0 ? "" : $"{Text(Warehouse.Figures.HalfUp.Round(miss.Gap * 100m / miss.Whole, 2))}%";
}
