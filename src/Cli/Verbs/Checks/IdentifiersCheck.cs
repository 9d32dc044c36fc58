using System.Text;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Ingest.Identity;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary>Verdicts on credit codes (uscc, GB 32100) and citizen numbers (idcard, GB 11643).</summary>
sealed class IdentifiersCheck() : CheckVerb("identifiers", "Verdicts on credit codes and citizen numbers.", "kind", "value", "expected")
{
    protected override Finding Judge(Case row)
    {
        var value = Encoding.UTF8.GetBytes(row["value"].Trim());
        var verdict = row["kind"] switch
        {
            "uscc" => CreditCode.Check(value),
            "idcard" => ResidentIdentity.Check(value),
            var other => throw new UsageException($"Case {row.Number}: unknown kind '{other}'; expected uscc or idcard."),
        };
        // The value itself is not printed: it may be a person's number.
        return new Finding(row["expected"], verdict.ToString().ToLowerInvariant(), $"case {row.Number}, {row["kind"]}");
    }
}
