using System.ComponentModel.DataAnnotations;

namespace DemoCityAnalytics.Metrics.Disclosure;

/// <summary>What readers without a duty to the persons concerned may learn about small groups.</summary>
public sealed class DisclosureOptions
{
    /// <summary>Fewest persons that a figure may be about to be handed out; with 1 nothing is held back.</summary>
    /// <value>Default: 10 persons.</value>
    [Range(1, 10_000)] public int MinimumPersons { get; set; } = 10;
}
