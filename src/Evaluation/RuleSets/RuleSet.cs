using System.Text.Json.Serialization;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using YamlDotNet.Serialization;

namespace DemoCityAnalytics.Evaluation.RuleSets;

/// <summary>How a figure is held against its target.</summary>
public enum Comparison
{
    /// <summary>Shown, not judged.</summary>
    Shown,

    /// <summary>At the year's end against the whole target, before that against the target × months ÷ 12 (序时进度).</summary>
    ProRata,

    /// <summary>At least the target.</summary>
    AtLeast,

    /// <summary>At most the control target (控制目标).</summary>
    AtMost,

    /// <summary>Inside a band.</summary>
    Band,
}

/// <summary>One figure that the rule set looks at.</summary>
public sealed record RuleSetItem
{
    /// <summary>Catalogue code: E05.</summary>
    public required string Indicator { get; init; }

    /// <summary>View of the indicator; empty for its own.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Clause of the notice that it is evidence for, S1.1 to S5.5.</summary>
    public required string Clause { get; init; }

    /// <summary>Names the item in scores and papers.</summary>
    public string Id => $"{Clause}-{Indicator}{(Variant.Length == 0 ? "" : "." + Variant)}";

    /// <summary>Of which periods the latest complete one is read; see <see cref="PeriodRule"/>.</summary>
    public required Frequency Frequency { get; init; }

    public required Comparison Comparison { get; init; }

    /// <summary>Target when the city's plan states none; without either the figure is shown, not judged.</summary>
    public decimal? Target { get; init; }

    /// <summary>Lower end of the band.</summary>
    public decimal? BandFrom { get; init; }

    /// <summary>Upper end of the band.</summary>
    public decimal? BandTo { get; init; }

    /// <summary>Full points; 0 for figures that are shown, and for vetoes.</summary>
    public decimal Points { get; init; }

    /// <summary>How the points follow from the figure; without it the figure is shown, not scored.</summary>
    public ScoreRule? Score { get; init; }

    /// <summary>Which way the rule set looks at the figure.</summary>
    public Direction Better => Comparison switch { Comparison.AtMost => Direction.Lower, Comparison.Band => Direction.Band, _ => Direction.Higher };
}

/// <summary>What no figure can show: experts read the papers and score it, with a reason.</summary>
public sealed record EvidenceItem
{
    public required string Id { get; init; }
    public required string Clause { get; init; }
    public required BilingualText Name { get; init; }
    public required decimal Points { get; init; }

    /// <summary>Kinds of papers that must be attached before a score counts.</summary>
    public required IReadOnlyList<string> Papers { get; init; }

    /// <summary>With a rule the expert states a count and the points follow; without one the expert states the points.</summary>
    public ScoreRule? Score { get; init; }
}

/// <summary>A grade (等次) from this total on, with the largest share of the assessed cities that may have it.</summary>
public sealed record Grade
{
    public required string Id { get; init; }
    public required BilingualText Name { get; init; }
    public required decimal From { get; init; }
    public decimal? QuotaPercent { get; init; }
}

/// <summary>One of the five standards of the notice.</summary>
public sealed record RuleSetStandard
{
    public required int Number { get; init; }
    public required BilingualText Name { get; init; }
    public IReadOnlyList<RuleSetItem> Items { get; init; } = [];
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];
}

/// <summary>
/// Standards, figures and targets by which a city is judged. The ministry's own standard is not public, so a rule set is a file with a
/// stated source that an operator replaces.
/// </summary>
public sealed record RuleSet
{
    public required string Id { get; init; }
    public required int Version { get; init; }
    public required BilingualText Name { get; init; }
    public required BilingualText Source { get; init; }

    /// <summary>Per cent of the target from which a figure that misses it counts as near.</summary>
    public required decimal NearPercent { get; init; }

    /// <summary>How far back the latest complete period may end, in months before the judged one; what is older is missing.</summary>
    /// <value>Default: 12, so that in the course of a year the whole year before is read.</value>
    public int PeriodMonths { get; init; } = 12;

    public required IReadOnlyList<RuleSetStandard> Standards { get; init; }

    /// <summary>From the best down; the last one starts at 0.</summary>
    public IReadOnlyList<Grade> Grades { get; init; } = [];

    /// <summary>The file's text, kept with a round so that its scores can be computed again.</summary>
    [YamlIgnore, JsonIgnore]
    public string Text { get; init; } = "";

    public IEnumerable<RuleSetItem> Items => Standards.SelectMany(standard => standard.Items);

    public IEnumerable<EvidenceItem> Evidence => Standards.SelectMany(standard => standard.Evidence);

    /// <summary>Points that a city can reach.</summary>
    public decimal FullPoints => Items.Sum(item => item.Points) + Evidence.Sum(item => item.Points);

    /// <summary>The rule set that ships with the product.</summary>
    public static RuleSet Illustrative() => Read(
        EmbeddedText.Read(typeof(RuleSet).Assembly, "RuleSets/illustrative.yaml"), "RuleSets/illustrative.yaml");

    /// <summary>The rule set in a file of the operator's; the one that ships with the product when no file is named.</summary>
    /// <exception cref="DefinitionException">The file is not there or no valid rule set; every issue is listed.</exception>
    public static RuleSet Named(string file) =>
        file.Length == 0 ? Illustrative()
        : File.Exists(file) ? OfOperator(File.ReadAllText(file), file)
        : throw new DefinitionException([new DefinitionIssue(file, 1, "there is no such file; Evaluation:RuleSetFile names a rule set as YAML, or nothing for the illustrative one.")]);

    /// <summary>A rule set from outside, which must also ask for indicators that the catalogue has.</summary>
    /// <exception cref="DefinitionException">The text is not a valid rule set; every issue is listed.</exception>
    public static RuleSet OfOperator(string yaml, string file)
    {
        var rules = Read(yaml, file);
        var unknown = RuleSetIssues.Unknown(rules, IndicatorCatalogue.BuiltIn()).Select(message => new DefinitionIssue(file, 1, message)).ToList();
        return unknown.Count == 0 ? rules : throw new DefinitionException(unknown);
    }

    /// <exception cref="DefinitionException">The text is not a valid rule set; every issue is listed.</exception>
    public static RuleSet Read(string yaml, string file)
    {
        var rules = DefinitionReader.Read<RuleSet>(yaml, file) with { Text = yaml };
        var issues = RuleSetIssues.Of(rules).Select(message => new DefinitionIssue(file, 1, message)).ToList();
        return issues.Count == 0 ? rules : throw new DefinitionException(issues);
    }
}
