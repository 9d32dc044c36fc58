using System.Numerics;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Verification;

/// <summary>The ways in which reported figures usually go wrong.</summary>
public enum WrongWay
{
    /// <summary>A change divided by the current value, not by the one it changed from.</summary>
    DividedByCurrent,

    /// <summary>A grouped ratio without its rows without a requirement shared out.</summary>
    PlainDivision,

    /// <summary>A figure that ends in exactly half a unit, rounded to the even neighbour.</summary>
    RoundedHalfEven,

    /// <summary>A change of the sums of all cities, those included that reported once only.</summary>
    UnmatchedPanel,

    /// <summary>New employment before natural attrition is taken off.</summary>
    GrossInsteadOfNet,
}

/// <summary>What a reported figure is tried against; what does not apply to it is left out.</summary>
/// <param name="Quotient">Its parts, scale and divisor.</param>
/// <param name="Change">The value now and the one it changed from.</param>
/// <param name="Cities">The cities behind a change.</param>
/// <param name="Group">The table's counts behind a grouped ratio.</param>
/// <param name="Gross">The figure before what is taken off.</param>
public sealed record WrongWayInputs(
    (BigInteger Above, BigInteger Below, BigInteger Scale)? Quotient = null, (decimal Now, decimal Before)? Change = null,
    IReadOnlyList<CityPair>? Cities = null, GroupedCounts? Group = null, decimal? Gross = null);

/// <summary>Names the usual mistake that gives exactly the reported figure.</summary>
public static class WrongWays
{
    /// <summary>Null when none of them explains it.</summary>
    public static WrongWay? Explain(decimal reported, int decimals, WrongWayInputs inputs)
    {
        if (inputs.Change is var (now, before) && PublishedChange.Audit(now, now - before, before, reported, decimals) == ChangeFinding.DividesByCurrent) return WrongWay.DividedByCurrent;
        if (inputs.Group is { } group && GroupedRatio.Of(group, SharingConvention.Plain, decimals) == reported) return WrongWay.PlainDivision;
        if (inputs.Quotient is var (above, below, scale) && HalfEven(above * scale, below, decimals) == reported) return WrongWay.RoundedHalfEven;
        if (inputs.Cities is { } cities && MatchedChange.Of(cities, decimals) is { LeftOut.Count: > 0 } change && change.OfAll == reported) return WrongWay.UnmatchedPanel;
        return inputs.Gross is { } gross && HalfUp.Round(gross, decimals) == reported ? WrongWay.GrossInsteadOfNet : null;
    }

    // From the exact quotient; null where it is no other than half up: only what lies exactly in the middle is.
    static decimal? HalfEven(BigInteger above, BigInteger below, int decimals)
    {
        if (HalfUp.Quotient(above, below, 1, decimals) is not { } halfUp) return null;
        var unit = new decimal(1, 0, 0, false, (byte)decimals);
        var shifted = BigInteger.Abs(above) * BigInteger.Pow(10, decimals);
        var isMiddle = BigInteger.Remainder(shifted, BigInteger.Abs(below)) * 2 == BigInteger.Abs(below);
        if (!isMiddle || (halfUp / unit) % 2 == 0) return null;
        return halfUp < 0 ? halfUp + unit : halfUp - unit;
    }
}
