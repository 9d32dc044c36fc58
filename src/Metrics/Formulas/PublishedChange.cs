using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>Whether a published change follows from the levels published beside it.</summary>
public enum ChangeFinding
{
    /// <summary>It does.</summary>
    Follows,

    /// <summary>The difference was divided by the current value; a change is measured against the value it changed from.</summary>
    DividesByCurrent,

    /// <summary>Neither base gives the published figure.</summary>
    DoesNotFollow,
}

/// <summary>Audits published figures against their own levels, with as many decimals as they were published with.</summary>
public static class PublishedChange
{
    /// <summary>A change (同比, 环比) in per cent.</summary>
    /// <param name="current">The period's value.</param>
    /// <param name="difference">Current less base, as published.</param>
    /// <param name="startingFrom">The value of the period compared with.</param>
    /// <param name="published">Per cent, as published.</param>
    public static ChangeFinding Audit(decimal current, decimal difference, decimal startingFrom, decimal published, int decimals) =>
        Quotient(difference, startingFrom, 100, decimals) == published ? ChangeFinding.Follows
        : Quotient(difference, current, 100, decimals) == published ? ChangeFinding.DividesByCurrent
        : ChangeFinding.DoesNotFollow;

    /// <summary>A ratio of two published levels.</summary>
    public static ChangeFinding AuditRatio(decimal above, decimal below, decimal published, int decimals) =>
        Quotient(above, below, 1, decimals) == published ? ChangeFinding.Follows : ChangeFinding.DoesNotFollow;

    static decimal? Quotient(decimal above, decimal below, int scale, int decimals)
    {
        var (wholeAbove, wholeBelow) = Completion.Whole(above, below);
        return HalfUp.Quotient(wholeAbove, wholeBelow, scale, decimals);
    }
}
