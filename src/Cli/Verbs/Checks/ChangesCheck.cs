using DemoCityAnalytics.Metrics.Formulas;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary>Published changes and ratios audited against the levels published beside them.</summary>
sealed class ChangesCheck() : CheckVerb(
    "changes", "Published changes and ratios, audited against their own levels.", "finding",
    "comparison", "current_or_demand", "delta_or_seekers", "base", "published")
{
    protected override Finding Judge(Case row)
    {
        var decimals = Completion.DecimalsOf(Digits(row["published"]));
        var (first, second, published) = (Number(row, "current_or_demand"), Number(row, "delta_or_seekers"), Number(row, "published"));
        var finding = row["comparison"].ToLowerInvariant() switch
        {
            "level" => PublishedChange.AuditRatio(first, second, published, decimals),
            "qoq" or "yoy" => PublishedChange.Audit(first, second, NumberOrNone(row, "base") ?? first - second, published, decimals),
            var other => throw new FormatException($"unknown comparison '{other}'; expected level, qoq or yoy."),
        };
        return new Finding(row["finding"], InWords(finding), $"case {row.Number}, {row["comparison"]} of {row["current_or_demand"]} published as {row["published"]}");
    }

    static string InWords(ChangeFinding finding) => finding switch
    {
        ChangeFinding.Follows => "ok",
        ChangeFinding.DividesByCurrent => "published percent divides by the CURRENT value, not the base",
        _ => "published percent does not follow from the published levels",
    };
}
