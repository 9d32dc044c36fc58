using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>What must hold between the keys of an indicator's header; each break is named with the key it is about.</summary>
static class HeaderRules
{
    /// <summary>Parts that the interval of a weighted mean needs, beside Σw·s and Σw.</summary>
    public static readonly string[] WeightedMeanParts = ["weight_squared", "weight_squared_score", "weight_squared_score_squared"];

    /// <summary>Parts of a forecast beside its value: the band, and what the label says.</summary>
    static readonly string[] ForecastParts = ["low", "high", "banded", "model_version", "trained_from", "trained_to", "error_hundredths"];

    static readonly Dictionary<Formula, string[]> PartsNeeded = new() { [Formula.WeightedMean] = WeightedMeanParts, [Formula.Forecast] = ForecastParts };

    static readonly Dictionary<Formula, string[]> Conventions = new()
    {
        [Formula.GroupedRatio] = ["shared_out", "plain"],
        [Formula.Overlap] = ["demand", "seekers", "feasible"],
        [Formula.Quantile] = ["median", "p90", "median_months_since"],
        [Formula.Ranked] = ["shortage", "surplus"],
    };

    static readonly Formula[] WithoutDenominator = [Formula.Count, Formula.Quantile];
    static readonly Formula[] OverDimension =
        [Formula.GroupedRatio, Formula.Overlap, Formula.StructuralMatch, Formula.Mismatch, Formula.Quantile, Formula.Ranked, Formula.ChangeDeviation];

    public static IEnumerable<(string Key, string Message)> Check(IndicatorHeader header)
    {
        foreach (var (key, sum) in Sums(header))
            if (Wrong(sum, header) is { } message) yield return (key, message);

        foreach (var id in header.Variants.GroupBy(x => x.Id, StringComparer.Ordinal).Where(x => x.Count() > 1 || x.Key.Length == 0).Select(x => x.Key))
            yield return ("variants", id.Length == 0 ? "a variant needs an id." : $"two variants have the id '{id}'.");

        if (header.Frequencies.Concat(header.Variants.SelectMany(x => x.Frequencies ?? [])).Contains(Frequency.ReportMonth))
            foreach (var (part, _) in header.Parts.Where(part => part.Value != OverTime.Flow))
                yield return ("frequencies", $"ReportMonth counts what happened from the 21st to the 20th; '{part}' is no flow.");

        foreach (var (formula, convention, denominator) in Forms(header))
        {
            var known = Conventions.GetValueOrDefault(formula, []);
            if (convention is not null && !known.Contains(convention))
                yield return ("convention", known.Length == 0 ? $"{formula} knows no conventions." : $"convention is '{convention}'{NearestName.Hint(convention, known)}, expected one of {string.Join(", ", known)}.");
            if (!WithoutDenominator.Contains(formula) && string.IsNullOrEmpty(denominator)) yield return ("denominator", $"{formula} needs a denominator.");
            if (OverDimension.Contains(formula) && header.Over is null) yield return ("over", $"{formula} needs the dimension that it works over.");
            if (PartsNeeded.GetValueOrDefault(formula, []).Except(header.Parts.Keys).FirstOrDefault() is { } missing)
                yield return ("parts", $"{formula} needs the part '{missing}'.");
            if ((formula == Formula.Forecast) == (header.Model is null))
                yield return ("model", header.Model is null ? "Forecast needs the model that it is of." : $"{formula} is no formula of a model's output, expected Forecast.");
        }

        foreach (var (key, part) in header.Totals.Select(x => ("totals", x)).Concat(header.Persons.Keys.Select(x => ("persons", x))).Concat(header.Needed.Select(x => ("needed", x)))
            .Concat(header.InBreakdowns.SelectMany(x => new[] { ("in_breakdowns", x.Key), ("in_breakdowns", x.Value) })))
            if (!header.Parts.ContainsKey(part)) yield return (key, $"'{part}' is not one of the parts{NearestName.Hint(part, header.Parts.Keys)}.");
        foreach (var broken in header.SeriesBreaks.Where(x => !Month.TryParse(x.From, out _)))
            yield return ("series_breaks", $"from is '{broken.From}', expected a month as in 2021-01.");
        foreach (var level in header.AreaLevels.Except(Levels)) yield return ("area_levels", $"'{level}' is not a level{NearestName.Hint(level, Levels)}.");

        var dimensions = header.Dimensions.Concat(header.Variants.SelectMany(x => x.Dimensions ?? [])).Concat(header.Over is null ? [] : [header.Over]).Distinct().ToList();
        var finds = Forms(header).Any(x => x.Formula is Formula.Quantile or Formula.Ranked);
        foreach (var dimension in dimensions.Where(x => !header.Members.ContainsKey(x) && !(x == header.Over && finds)))
            yield return ("members", $"the members of '{dimension}' are not stated{NearestName.Hint(dimension, header.Members.Keys)}.");
        foreach (var unused in header.Members.Keys.Except(dimensions)) yield return ("members", $"'{unused}' is not a dimension{NearestName.Hint(unused, dimensions)}.");
        foreach (var (variant, level) in LevelsBrokenDown(header))
            yield return ("dimensions", $"the stated level '{level}' is not broken down{(variant.Length == 0 ? "" : $" in '{variant}'")}; leave the dimensions out, or name it under totals.");
    }

    static readonly string[] Levels = ["nation", "province", "city", "district"];

    static IEnumerable<(string Variant, string Level)> LevelsBrokenDown(IndicatorHeader header)
    {
        if (header.Areas == AreaRule.Stated || Sums(header).Any(x => Wrong(x.Sum, header) is not null)) yield break;
        var parts = header.Parts.ToList();
        foreach (var view in IndicatorView.Of(header).Where(view => view.Dimensions.Count > 0))
            foreach (var part in view.PartsUsed.Select(part => parts[part]).Where(part => part.Value is OverTime.LevelAtEnd or OverTime.LevelOfYear))
                if (!header.Totals.Contains(part.Key)) yield return (view.Variant, part.Key);
    }

    static IEnumerable<(string Key, string Sum)> Sums(IndicatorHeader header)
    {
        yield return ("numerator", header.Numerator);
        if (header.Denominator is not null) yield return ("denominator", header.Denominator);
        foreach (var sum in header.Variants.SelectMany(x => new[] { x.Numerator, x.Denominator }).Where(x => !string.IsNullOrEmpty(x))) if (sum is not null) yield return ("variants", sum);
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
