using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>What must hold between the keys of an indicator's header; each break is named with the key it is about.</summary>
static class HeaderRules
{
    /// <summary>Parts that the interval of a weighted mean needs, beside Σw·s and Σw.</summary>
    public static readonly string[] WeightedMeanParts = ["weight_squared", "weight_squared_score", "weight_squared_score_squared"];

    static readonly Dictionary<Formula, string[]> Conventions = new()
    {
        [Formula.GroupedRatio] = ["shared_out", "plain"],
        [Formula.Overlap] = ["demand", "seekers", "feasible"],
    };

    public static IEnumerable<(string Key, string Message)> Check(IndicatorHeader header)
    {
        foreach (var (key, sum) in Sums(header))
            if (Wrong(sum, header) is { } message) yield return (key, message);

        foreach (var id in header.Variants.GroupBy(x => x.Id, StringComparer.Ordinal).Where(x => x.Count() > 1 || x.Key.Length == 0).Select(x => x.Key))
            yield return ("variants", id.Length == 0 ? "a variant needs an id." : $"two variants have the id '{id}'.");

        foreach (var (formula, convention, denominator) in Forms(header))
        {
            var known = Conventions.GetValueOrDefault(formula, []);
            if (convention is not null && !known.Contains(convention))
                yield return ("convention", known.Length == 0 ? $"{formula} knows no conventions." : $"convention is '{convention}'{NearestName.Hint(convention, known)}, expected one of {string.Join(", ", known)}.");
            if (formula != Formula.Count && denominator is null) yield return ("denominator", $"{formula} needs a denominator.");
            if (formula is Formula.GroupedRatio or Formula.Overlap && header.Over is null) yield return ("over", $"{formula} needs the dimension that it works over.");
            if (formula is Formula.WeightedMean && WeightedMeanParts.Except(header.Parts.Keys).FirstOrDefault() is { } missing)
                yield return ("parts", $"WeightedMean needs the part '{missing}'.");
        }

        var dimensions = header.Dimensions.Concat(header.Variants.SelectMany(x => x.Dimensions ?? [])).Concat(header.Over is null ? [] : [header.Over]).Distinct().ToList();
        foreach (var dimension in dimensions.Where(x => !header.Members.ContainsKey(x)))
            yield return ("members", $"the members of '{dimension}' are not stated{NearestName.Hint(dimension, header.Members.Keys)}.");
        foreach (var unused in header.Members.Keys.Except(dimensions)) yield return ("members", $"'{unused}' is not a dimension{NearestName.Hint(unused, dimensions)}.");
        if (dimensions.Count > 0 && header.Parts.Values.Any(x => x is OverTime.LevelAtEnd or OverTime.LevelOfYear))
            yield return ("dimensions", "a stated level is not broken down; leave the dimensions out.");
    }

    static IEnumerable<(string Key, string Sum)> Sums(IndicatorHeader header)
    {
        yield return ("numerator", header.Numerator);
        if (header.Denominator is not null) yield return ("denominator", header.Denominator);
        foreach (var sum in header.Variants.SelectMany(x => new[] { x.Numerator, x.Denominator }).OfType<string>()) yield return ("variants", sum);
    }

    static IEnumerable<(Formula Formula, string? Convention, string? Denominator)> Forms(IndicatorHeader header) =>
        header.Variants.Select(x => (x.Formula ?? header.Formula, x.Convention, x.Denominator ?? header.Denominator))
            .Prepend((header.Formula, header.Convention, header.Denominator)).Distinct();

    static string? Wrong(string sum, IndicatorHeader header)
    {
        try
        {
            PartSum.Parse(sum, header.Parts.Keys.ToList());
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }
}
