using DemoCityAnalytics.Metrics.Formulas;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary>Published completion percentages against the product's, with as many decimals as were published.</summary>
sealed class CompletionCheck() : CheckVerb("completion", "Published completion percentages, recomputed.", "published_pct", "actual_10k", "target_10k")
{
    protected override Finding Judge(Case row)
    {
        var decimals = Completion.DecimalsOf(Digits(row["published_pct"]));
        // Without a target there is no percentage, and a paper that prints none is right.
        var percent = NumberOrNone(row, "actual_10k") is { } actual && NumberOrNone(row, "target_10k") is { } target ? Completion.Percent(actual, target, decimals) : null;
        return new Finding(
            Printed(NumberOrNone(row, "published_pct"), decimals), Printed(percent, decimals),
            $"case {row.Number}, {row["actual_10k"]} of {row["target_10k"]} rounded half up to {decimals} decimals");
    }
}
