namespace DemoCityAnalytics.Metrics.Models.Coding;

/// <summary>
/// Codes an employer, and through it a posting, to divisions of GB/T 4754-2017. Learned from a register in which employers state their division;
/// what it is worth is measured on employers that it has not seen.
/// </summary>
public sealed class IndustryCoder(TextClassifier classifier) : IDisposable
{
    public const string Version = "1";

    /// <summary>Fewer employers with a stated division than this give no model.</summary>
    public const int FewestEmployers = 500;

    /// <summary>Employers of a register that state a division of the standard, by their names.</summary>
    public static IReadOnlyList<LabelledText> Examples(IEnumerable<(string Name, string? Industry)> register) =>
        [.. register.Where(row => row.Industry is not null && CodeLists.Industries.ContainsKey(row.Industry)).Select(row => new LabelledText(Stem(row.Name), row.Industry!))];

    /// <summary>The likeliest divisions of an employer, the first one first.</summary>
    /// <param name="text">What its postings say, where there is one; titles tell a trade where a name does not.</param>
    public IReadOnlyList<CodeProposal> Code(string employer, string? text = null, int most = 3) =>
        [.. classifier.Top(text is null ? Stem(employer) : Stem(employer) + text, most).Select(label => new CodeProposal(CodeLists.Industries[label.Label], label.Label, label.Probability))];

    public void Dispose() => classifier.Dispose();

    /// <summary>A name without its legal form, which says nothing of the trade.</summary>
    static string Stem(string name) => name.Replace("有限责任公司", "", StringComparison.Ordinal).Replace("股份有限公司", "", StringComparison.Ordinal).Replace("有限公司", "", StringComparison.Ordinal);
}
