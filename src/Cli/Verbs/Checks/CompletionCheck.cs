using DemoCityAnalytics.Metrics.Formulas;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary>Published completion percentages against the product's, with as many decimals as were published.</summary>
sealed class CompletionCheck() : CheckVerb("completion", "Published completion percentages, recomputed.", "actual_10k", "target_10k", "published_pct")
{
    protected override Finding Judge(Case row)
    {
        var decimals = Completion.DecimalsOf(row["published_pct"]);
        var percent = Completion.Percent(Number(row, "actual_10k"), Number(row, "target_10k"), decimals);
        return new Finding(
            Printed(Number(row, "published_pct"), decimals), Printed(percent, decimals),
            $"case {row.Number}, {row["actual_10k"]} of {row["target_10k"]} rounded half up to {decimals} decimals");
    }
}
