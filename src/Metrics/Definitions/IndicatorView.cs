using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>The definition's own view, or one of its variants, with all that the variant leaves out filled in from the definition.</summary>
/// <param name="Variant">Empty for the definition's own view.</param>
/// <param name="Convention">Convention of a formula that knows several; empty for the formula's first.</param>
/// <param name="Dimensions">Dimensions by which this view is also shown, one at a time.</param>
public sealed record IndicatorView(
    string Variant, Formula Formula, string Convention, int Decimals, int Scale, PartSum Numerator, PartSum? Denominator,
    IReadOnlyList<string> Dimensions)
{
    /// <summary>Whether the formula works over the members of a dimension.</summary>
    public bool IsOver => Formula is Formula.GroupedRatio or Formula.Overlap or Formula.StructuralMatch or Formula.Mismatch
        or Formula.Quantile or Formula.Ranked or Formula.ChangeDeviation;

    /// <summary>What the figure is divided by beside its denominator.</summary>
    public int Divisor { get; init; } = 1;

    /// <summary>Periods for which this view is shown.</summary>
    public IReadOnlyList<Frequency> Frequencies { get; init; } = [];

    /// <summary>Places of the parts that this view takes.</summary>
    public IEnumerable<int> PartsUsed => Numerator.Terms.Concat(Denominator?.Terms ?? []).Select(term => term.Part).Distinct();

    internal static IReadOnlyList<IndicatorView> Of(IndicatorHeader header)
    {
        var parts = header.Parts.Keys.ToList();
        IEnumerable<IndicatorVariant> variants = [new IndicatorVariant { Id = "", Name = header.Name, Convention = header.Convention }, .. header.Variants];
        return variants.Select(variant => new IndicatorView(
            variant.Id, variant.Formula ?? header.Formula, variant.Convention ?? "", variant.Decimals ?? header.Decimals, variant.Scale ?? header.Scale,
            PartSum.Parse(variant.Numerator ?? header.Numerator, parts),
            (variant.Denominator ?? header.Denominator) is { Length: > 0 } denominator ? PartSum.Parse(denominator, parts) : null,
            variant.Dimensions ?? header.Dimensions)
        {
            Divisor = variant.Divisor ?? header.Divisor,
            Frequencies = variant.Frequencies ?? header.Frequencies,
        }).ToList();
    }
}
