using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>Summed parts of one member of the dimension that a formula works over; the member is empty for formulas without one.</summary>
public readonly record struct MemberParts(string Member, ReadOnlyMemory<Int128> Parts);

/// <summary>What a formula makes of summed parts; no value when there is nothing below the line.</summary>
/// <param name="Note">What must be said beside the value.</param>
public readonly record struct FigureValue(BigInteger? Numerator, BigInteger? Denominator, decimal? Value, Interval? Interval, string? Note = null);

/// <summary>The last step from summed parts to a value: one division, one rounding. Engine, evidence and recomputation share it.</summary>
public static class FigureFormula
{
    /// <summary>Member of a grouped table that holds the rows without a requirement.</summary>
    public const string WithoutRequirement = "0";

    /// <param name="definition">Tells the parts' places and the formula's further parts.</param>
    /// <param name="view">The view asked for.</param>
    /// <param name="parts">Sums by member of <see cref="IndicatorHeader.Over"/>, or a single entry.</param>
    /// <param name="id">The figure asked for: its member, for formulas that give one figure per group, and its period, for ages at its end.</param>
    public static FigureValue Apply(IndicatorDefinition definition, IndicatorView view, IReadOnlyList<MemberParts> parts, FigureId id) => view.Formula switch
    {
        Formula.StructuralMatch => OfStructures(view, parts, StructureIndex.Match),
        Formula.Mismatch => OfStructures(view, parts, StructureIndex.Mismatch),
        Formula.Quantile => Quantile.Apply(view, parts, id.Period.Last.Index),
        Formula.Ranked => Ranking.Apply(view, parts, id.Member),
        Formula.ChangeDeviation => new(null, null, ChangeDeviation.Of(Pairs(view, parts), view.Decimals), null),
        Formula.Overlap => Overlap(view, parts),
        Formula.GroupedRatio => Grouped(view, parts, id.Member),
        _ => Single(definition, view, parts.Count == 1 ? parts[0].Parts : throw new ArgumentException($"{view.Formula} takes one set of parts.", nameof(parts))),
    };

    static FigureValue Single(IndicatorDefinition definition, IndicatorView view, ReadOnlyMemory<Int128> parts)
    {
        BigInteger numerator = view.Numerator.Of(parts);
        BigInteger? below = view.Denominator?.Of(parts);
        if (view.Formula == Formula.Count)
            return new(numerator, below, below?.IsZero == true ? null : HalfUp.Quotient(numerator, view.Divisor, view.Scale, view.Decimals), null);
        var denominator = below!.Value;
        if (view.Formula == Formula.Forecast) return Forecast(definition, view, parts, numerator, denominator);
        if (view.Formula == Formula.Within) return new(numerator, denominator / view.Divisor, denominator.IsZero ? null : numerator <= denominator / view.Divisor ? 1 : 0, null);
        var value = HalfUp.Quotient(numerator, denominator * view.Divisor, view.Scale, view.Decimals);
        var interval = value is null ? null : view.Formula switch
        {
            Formula.Share => Interval.Wilson(numerator, denominator, view.Scale, view.Decimals),
            Formula.WeightedMean => Interval.OfWeightedMean(
                numerator, denominator, Part(definition, parts, HeaderRules.WeightedMeanParts[0]), Part(definition, parts, HeaderRules.WeightedMeanParts[1]),
                Part(definition, parts, HeaderRules.WeightedMeanParts[2]), view.Decimals),
            _ => (Interval?)null,
        };
        return new(numerator, denominator, value, interval);
    }

    // Of one row, as the model wrote it: its band and what labels it stand beside the value.
    static FigureValue Forecast(IndicatorDefinition definition, IndicatorView view, ReadOnlyMemory<Int128> parts, BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) return default;
        decimal? Stated(BigInteger value) => HalfUp.Quotient(value, view.Divisor, view.Scale, view.Decimals);
        var band = Part(definition, parts, "banded").IsZero || Stated(Part(definition, parts, "low")) is not { } low || Stated(Part(definition, parts, "high")) is not { } high
            ? (Interval?)null
            : new Interval(low, high);
        return new(numerator, null, Stated(numerator), band, ModelLabel.Of(definition, parts).ToString());
    }

    static FigureValue OfStructures(
        IndicatorView view, IReadOnlyList<MemberParts> parts, Func<IReadOnlyCollection<(BigInteger, BigInteger)>, int, decimal?> index)
    {
        var pairs = Pairs(view, parts);
        var (demand, supply) = pairs.Aggregate((Demand: BigInteger.Zero, Supply: BigInteger.Zero), (sum, x) => (sum.Demand + x.Above, sum.Supply + x.Below));
        return new(demand, supply, index(pairs, view.Decimals), null);
    }

    static List<(BigInteger Above, BigInteger Below)> Pairs(IndicatorView view, IEnumerable<MemberParts> parts) =>
        [.. parts.Select(x => ((BigInteger)view.Numerator.Of(x.Parts), (BigInteger)view.Denominator!.Of(x.Parts)))];

    static BigInteger Part(IndicatorDefinition definition, ReadOnlyMemory<Int128> parts, string name) => parts.Span[definition.PartIndex(name)];

    static FigureValue Overlap(IndicatorView view, IReadOnlyList<MemberParts> parts)
    {
        BigInteger matched = 0, openings = 0, seekers = 0;
        foreach (var (_, sums) in parts)
        {
            var (demand, supply) = (view.Numerator.Of(sums), view.Denominator!.Of(sums));
            matched += Int128.Min(demand, supply);
            openings += demand;
            seekers += supply;
        }
        var denominator = view.Convention switch
        {
            "seekers" => seekers,
            "feasible" => BigInteger.Min(openings, seekers),
            _ => openings,
        };
        return new(matched, denominator, HalfUp.Quotient(matched, denominator, view.Scale, view.Decimals), null);
    }

    static FigureValue Grouped(IndicatorView view, IReadOnlyList<MemberParts> parts, string member)
    {
        BigInteger openings = 0, seekers = 0, freeOpenings = 0, freeSeekers = 0, allOpenings = 0, allSeekers = 0;
        foreach (var (group, sums) in parts)
        {
            var (demand, supply) = (view.Numerator.Of(sums), view.Denominator!.Of(sums));
            allOpenings += demand;
            allSeekers += supply;
            if (group == member) (openings, seekers) = (demand, supply);
            else if (group == WithoutRequirement) (freeOpenings, freeSeekers) = (demand, supply);
        }
        var convention = view.Convention == "plain" ? SharingConvention.Plain : SharingConvention.SharedOut;
        var counts = new GroupedCounts(openings, seekers, freeOpenings, freeSeekers, allOpenings, allSeekers);
        return new(openings, seekers, GroupedRatio.Of(counts, convention, view.Decimals), null);
    }
}
