using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>
/// The change of a figure against the year before (同比), of the cities alone that have it both times: a count's change in per cent, a rate's as the
/// difference of the two rounded rates.
/// </summary>
/// <param name="Change">In <see cref="Unit"/>; null when no city has both figures.</param>
/// <param name="Unit">% for counts, the figure's own unit for rates.</param>
/// <param name="LeftOut">Codes of the cities that have one of the two figures only.</param>
public sealed record YearOnYear(Period Against, decimal? Change, string Unit, int MatchedCities, IReadOnlyList<int> LeftOut)
{
    // As the ministry and the cities print changes.
    const int PercentDecimals = 2;

    /// <summary>Null where cities' figures make no sum, and across a break of the series.</summary>
    public static YearOnYear? Of(ReleaseSnapshot release, FigureId id)
    {
        if (release.FindIndicator(id.Indicator)?.Header is not { } header || IndicatorView.Of(header).FirstOrDefault(x => x.Variant == id.Variant) is not { } view) return null;
        if (view.Formula is not (Formula.Count or Formula.Ratio or Formula.Share) || header.Areas == AreaRule.Stated || !header.OnSameBasis(id, id.Period.YearBefore())) return null;
        var pairs = Inside(release, id.AreaCode).Select(city => (City: city, Now: Parts(release, id with { AreaCode = city }), Before: Parts(release, id with { AreaCode = city, Period = id.Period.YearBefore() }))).ToList();
        var change = MatchedChange.Of(pairs.Select(x => new CityPair(x.City, x.Now?.Above, x.Before?.Above)), PercentDecimals);
        if (view.Formula == Formula.Count) return new(id.Period.YearBefore(), change.Percent, "%", change.Matched.Count, change.LeftOut);
        var matched = pairs.Where(x => change.Matched.Contains(x.City)).ToList();
        return new(id.Period.YearBefore(), Rate(view, matched.Select(x => x.Now!.Value)) - Rate(view, matched.Select(x => x.Before!.Value)), header.Unit, matched.Count, change.LeftOut);
    }

    // A district or a city is compared with itself.
    static IEnumerable<int> Inside(ReleaseSnapshot release, int area) =>
        release.Areas.GetValueOrDefault(area) is { Level: "nation" or "province" } ? release.Cities.Select(city => city.Code).Where(city => release.IsInside(city, area)) : [area];

    static (BigInteger Above, BigInteger Below)? Parts(ReleaseSnapshot release, FigureId id) =>
        release.Find(id) is { Value: not null, Numerator: { } above } found ? (above, found.Denominator ?? 1) : null;

    static decimal? Rate(IndicatorView view, IEnumerable<(BigInteger Above, BigInteger Below)> parts)
    {
        var (above, below) = parts.Aggregate((Above: BigInteger.Zero, Below: BigInteger.Zero), (sum, x) => (sum.Above + x.Above, sum.Below + x.Below));
        return HalfUp.Quotient(above, below * view.Divisor, view.Scale, view.Decimals);
    }
}
