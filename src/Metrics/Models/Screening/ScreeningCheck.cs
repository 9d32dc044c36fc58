namespace DemoCityAnalytics.Metrics.Models.Screening;

/// <summary>A sentence with the rule that should fire; empty when none may.</summary>
public sealed record ScreeningCase(string Text, string Expected);

/// <summary>What came of a case.</summary>
/// <param name="Fired">The rules that fired, in the order of the definition.</param>
public sealed record ScreeningVerdict(ScreeningCase Case, IReadOnlyList<ScreeningHit> Hits, IReadOnlyList<string> Fired)
{
    public bool Agrees => Case.Expected.Length == 0 ? Fired.Count == 0 : Fired.Contains(Case.Expected);
}

/// <summary>The rules over a labelled table: which cases agree, and precision and recall by sentence.</summary>
public sealed record ScreeningCheck(IReadOnlyList<ScreeningVerdict> Verdicts)
{
    public int Agreeing => Verdicts.Count(verdict => verdict.Agrees);
    public int Expected => Verdicts.Count(verdict => verdict.Case.Expected.Length > 0);
    public int Flagged => Verdicts.Count(verdict => verdict.Fired.Count > 0);
    public int Found => Verdicts.Count(verdict => verdict.Case.Expected.Length > 0 && verdict.Agrees);

    public static ScreeningCheck Run(PostingScreen screen, IEnumerable<ScreeningCase> cases)
    {
        ArgumentNullException.ThrowIfNull(screen);
        return new([.. cases.Select(item => Verdict(screen, item))]);
    }

    /// <summary>The cases of a table with the columns text and expected_rule.</summary>
    public static IReadOnlyList<ScreeningCase> Cases(CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (text, expected) = (table.Column("text"), table.Column("expected_rule"));
        return [.. table.Rows.Select(row => new ScreeningCase(row[text], row[expected].Trim()))];
    }

    static ScreeningVerdict Verdict(PostingScreen screen, ScreeningCase item)
    {
        var hits = screen.Screen(item.Text);
        return new(item, hits, [.. hits.Select(hit => hit.Rule.Id).Distinct(StringComparer.Ordinal)]);
    }
}
