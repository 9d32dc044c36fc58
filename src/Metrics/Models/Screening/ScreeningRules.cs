using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Models.Screening;

/// <summary>What a hit means for the person who looks at it.</summary>
public enum Severity
{
    /// <summary>Forbidden by the rule's legal basis, unless the person finds an exception.</summary>
    Violation,

    /// <summary>A usual sign of fraud, not forbidden as such.</summary>
    Suspect,

    /// <summary>Not forbidden everywhere: age, looks, kind of school.</summary>
    Notice,

    /// <summary>A required element of a posting is not stated.</summary>
    Incomplete,
}

/// <summary>Which part of a posting a rule reads; a lone text counts as all of them.</summary>
public enum PostingPart { Text, Pay, Number }

/// <summary>How far from a hit an exemption is looked for.</summary>
public enum Reach
{
    /// <summary>Overlapping the hit.</summary>
    Overlap,

    /// <summary>The words of the same sentence before the hit.</summary>
    Before,

    /// <summary>Between the same commas.</summary>
    Clause,

    /// <summary>The same sentence or list item.</summary>
    Sentence,

    /// <summary>Within 40 characters.</summary>
    Near,

    /// <summary>The whole text.</summary>
    Text,
}

/// <summary>What takes a hit back, and why.</summary>
public sealed record Exemption
{
    public required Reach Within { get; init; }
    public required string Pattern { get; init; }
    public required string Reason { get; init; }
}

/// <summary>One thing that a posting may not say, or that is worth a look.</summary>
public sealed record ScreeningRule
{
    public required string Id { get; init; }
    public required string Class { get; init; }
    public required Severity Severity { get; init; }
    public PostingPart Reads { get; init; } = PostingPart.Text;
    public required BilingualText Name { get; init; }
    public required string Basis { get; init; }

    /// <summary>Words, separated by |, of which every form holds at least one; null when that cannot be said.</summary>
    public string? Needs { get; init; }

    public required IReadOnlyList<string> Forms { get; init; }
    public IReadOnlyList<Exemption> Exempt { get; init; } = [];
}

/// <summary>The rules as one versioned definition.</summary>
public sealed record ScreeningRules
{
    public required string Id { get; init; }
    public required int Version { get; init; }

    /// <summary>Word lists that patterns name in braces.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<ScreeningRule> Rules { get; init; }

    /// <summary>The rules that are built into the product.</summary>
    public static ScreeningRules BuiltIn() => Read(EmbeddedText.Read(typeof(ScreeningRules).Assembly, File), File);

    /// <exception cref="DefinitionException">The text is not a valid set of rules.</exception>
    public static ScreeningRules Read(string yaml, string file) => DefinitionReader.Read<ScreeningRules>(yaml, file);

    const string File = "Models/Screening/screening.rules.yaml";
}
