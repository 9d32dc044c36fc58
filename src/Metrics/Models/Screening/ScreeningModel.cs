using System.Reflection;
using DemoCityAnalytics.Metrics.Models.Duplicates;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Models.Screening;

/// <summary>A sentence that the text model takes for what a posting may not say: a lead for a person, weaker than a rule's.</summary>
/// <param name="Kind">The likeliest kind of violation, 1 to 9 as in the register of leads; a guess that the person may change.</param>
/// <param name="Probability">That the sentence is of any kind.</param>
public sealed record ModelLead(string Sentence, string Kind, double Probability);

/// <summary>
/// A text model for what the rules miss: ways of saying it that hold none of the rules' words (宝妈不考虑, 先办一张饭卡交两百). It reads only sentences in
/// which no rule fires, and only high probabilities count.
/// </summary>
public sealed class ScreeningModel(TextClassifier classifier) : IDisposable
{
    public const string Version = "2";

    /// <summary>Below this a sentence is passed over.</summary>
    public const double Threshold = 0.6;

    const string Nothing = "none";

    static readonly char[] Breaks = ['\n', '\r', '。', ';', '；', '!', '！', '?', '？', '|'];

    /// <summary>The sentences that were written to teach it; docs/models/screening.md says how.</summary>
    public static IReadOnlyList<LabelledText> Examples()
    {
        var table = CsvTable.Parse(EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Models/Screening/sentences.csv"), "sentences.csv");
        var (label, text) = (table.Column("label"), table.Column("text"));
        return [.. table.Rows.Select(row => new LabelledText(row[text], row[label]))];
    }

    /// <summary>The fifth in which an example is kept back to judge the model, 0 to 4, by a hash of its text.</summary>
    public static int FoldOf(LabelledText example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return (int)(Shingles.Hash(example.Text) % 5);
    }

    /// <summary>What a sentence is taken for; null when it is passed over.</summary>
    public ModelLead? Judge(string sentence)
    {
        var labels = classifier.Top(sentence, int.MaxValue);
        var something = 1 - labels.Single(label => label.Label == Nothing).Probability;
        return something < Threshold ? null : new(sentence, labels.First(label => label.Label != Nothing).Label, something);
    }

    /// <summary>The leads of a posting beyond those of the rules.</summary>
    public IReadOnlyList<ModelLead> Judge(PostingText posting, IReadOnlyList<ScreeningHit> hits)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return [.. $"{posting.Title}\n{posting.Text}".Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(sentence => sentence.Length >= 4 && !hits.Any(hit => hit.Sentence.Contains(sentence, StringComparison.Ordinal) || sentence.Contains(hit.Words, StringComparison.Ordinal)))
            .Select(Judge).OfType<ModelLead>()];
    }

    public void Dispose() => classifier.Dispose();
}
