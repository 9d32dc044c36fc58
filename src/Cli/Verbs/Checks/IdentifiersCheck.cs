using System.Text;
using DemoCityAnalytics.Ingest.Identity;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary>Verdicts on credit codes (uscc, GB 32100) and citizen numbers (idcard, GB 11643).</summary>
sealed class IdentifiersCheck() : CheckVerb("identifiers", "Verdicts on credit codes and citizen numbers.", "expected", "kind", "value")
{
    protected override Finding Judge(Case row)
    {
        var value = Encoding.UTF8.GetBytes(row["value"]);
        var verdict = row["kind"].ToLowerInvariant() switch
        {
            "uscc" => CreditCode.Check(value),
            "idcard" => ResidentIdentity.Check(value),
            var other => throw new FormatException($"unknown kind '{other}'; expected uscc or idcard."),
        };
        // Loading tells masked numbers apart, because nobody could have got them right; as an identifier they are not valid.
        var found = verdict == IdentifierVerdict.Masked ? IdentifierVerdict.Invalid : verdict;
        // The value itself is not printed: it may be a person's number.
        return new Finding(row["expected"].ToLowerInvariant(), found.ToString().ToLowerInvariant(), $"case {row.Number}, {row["kind"]}");
    }
}
