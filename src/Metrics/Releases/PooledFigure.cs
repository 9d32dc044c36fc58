using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>
/// A figure of several cities taken together, such as a peer group: their parts are summed, divided last and rounded once, as the engine does for a
/// province. It is never a mean of the cities' rates.
/// </summary>
/// <param name="Value">Of all the cities together; null when <paramref name="Status"/> says why.</param>
/// <param name="PerCity">A count's mean over the cities; null for what is not a count.</param>
/// <param name="Cities">The cities asked for.</param>
/// <param name="Lacking">Those of them without a figure.</param>
public sealed record PooledFigure(
    FigureId Id, ObservationStatus Status, decimal? Value, Interval? Interval, decimal? PerCity, BigInteger? Numerator, BigInteger? Denominator,
    IReadOnlyList<int> Cities, IReadOnlyList<int> Lacking)
{
    /// <param name="release">As its reader may see it: where one of the figures is held back, so is their sum.</param>
    /// <param name="id">The figure of any of the cities.</param>
    /// <returns>Null when there is no such indicator, variant or breakdown.</returns>
    public static PooledFigure? Of(ReleaseSnapshot release, FigureId id, IReadOnlyList<int> cities)
    {
        if (release.FindIndicator(id.Indicator)?.Header is not { } header || IndicatorView.Of(header).FirstOrDefault(x => x.Variant == id.Variant) is not { } view) return null;
        var found = cities.Select(city => (City: city, Figure: release.Find(id with { AreaCode = city }))).ToList();
        if (found.TrueForAll(x => x.Figure is null)) return null;
        var lacking = found.Where(x => x.Figure?.Numerator is null && x.Figure?.Status != ObservationStatus.Suppressed).Select(x => x.City).ToList();
        var none = new PooledFigure(id, ObservationStatus.Missing, null, null, null, null, null, cities, lacking);
        // What is made of the members of a dimension, or stated from elsewhere, does not follow from the cities' parts.
        if (view.Formula is not (Formula.Count or Formula.Ratio or Formula.Share or Formula.WeightedMean) || header.Areas == AreaRule.Stated)
            return none with { Status = ObservationStatus.NotApplicable };
        if (found.Exists(x => x.Figure?.Status == ObservationStatus.Suppressed)) return none with { Status = ObservationStatus.Suppressed };
        return lacking.Count > 0 ? none : Sum(none, view, [.. found.Select(x => x.Figure!)]);
    }

    static PooledFigure Sum(PooledFigure none, IndicatorView view, IReadOnlyList<Observation> figures)
    {
        var above = Sum(figures.Select(x => x.Numerator!.Value));
        BigInteger? below = view.Denominator is null ? null : Sum(figures.Select(x => x.Denominator!.Value));
        var isCount = view.Formula == Formula.Count;
        var value = below?.IsZero == true ? null : HalfUp.Quotient(above, (isCount ? 1 : below!.Value) * view.Divisor, view.Scale, view.Decimals);
        return none with
        {
            Status = value is null ? ObservationStatus.Missing : ObservationStatus.Normal,
            Value = value,
            Interval = value is not null && view.Formula == Formula.Share ? Formulas.Interval.Wilson(above, below!.Value, view.Scale, view.Decimals) : null,
            PerCity = isCount ? HalfUp.Quotient(above, figures.Count * view.Divisor, view.Scale, PerCityDecimals) : null,
            Numerator = above,
            Denominator = below,
        };
    }

    // A mean of counts is told finer than a count.
    const int PerCityDecimals = 2;

    static BigInteger Sum(IEnumerable<BigInteger> parts) => parts.Aggregate(BigInteger.Zero, BigInteger.Add);
}
