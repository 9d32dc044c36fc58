using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

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

    /// <summary>Clause of the notice that it is evidence for, S1.1 to S5.5.</summary>
    public required string Clause { get; init; }

    /// <summary>Which period of the year is read: the latest of this frequency that ends in or before the scorecard's month.</summary>
    public required Frequency Frequency { get; init; }

    public required Comparison Comparison { get; init; }

    /// <summary>Target when the city's plan states none; without either the figure is shown, not judged.</summary>
    public decimal? Target { get; init; }

    /// <summary>Lower end of the band.</summary>
    public decimal? BandFrom { get; init; }

    /// <summary>Upper end of the band.</summary>
    public decimal? BandTo { get; init; }
}

/// <summary>One of the five standards of the notice.</summary>
public sealed record RuleSetStandard
{
    public required int Number { get; init; }
    public required BilingualText Name { get; init; }
    public IReadOnlyList<RuleSetItem> Items { get; init; } = [];
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

    public required IReadOnlyList<RuleSetStandard> Standards { get; init; }

    /// <summary>The rule set that ships with the product.</summary>
    public static RuleSet Illustrative() => Read(
        EmbeddedText.Read(typeof(RuleSet).Assembly, "RuleSets/illustrative.yaml"), "RuleSets/illustrative.yaml");

    /// <exception cref="DefinitionException">The text is not a valid rule set; every issue is listed.</exception>
    public static RuleSet Read(string yaml, string file)
    {
        var rules = DefinitionReader.Read<RuleSet>(yaml, file);
        var issues = rules.Standards.SelectMany(standard => standard.Items
                .Where(item => !item.Clause.StartsWith($"S{standard.Number}.", StringComparison.Ordinal))
                .Select(item => $"{item.Indicator} stands under standard {standard.Number} but names clause {item.Clause}."))
            .Concat(rules.Standards.SelectMany(standard => standard.Items)
                .Where(item => item.Comparison == Comparison.Band && (item.BandFrom is null || item.BandTo is null || item.BandFrom > item.BandTo))
                .Select(item => $"{item.Indicator} is compared with a band but band_from and band_to do not state one."))
            .Concat(rules.NearPercent is > 0 and <= 100 ? [] : [$"near_percent is {rules.NearPercent}, expected more than 0 and at most 100."])
            .Select(message => new DefinitionIssue(file, 1, message)).ToList();
        return issues.Count == 0 ? rules : throw new DefinitionException(issues);
    }
}
