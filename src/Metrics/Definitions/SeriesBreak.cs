using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>A month from which a series stands on another basis: figures on both sides are never joined or compared.</summary>
public sealed record SeriesBreak
{
    /// <summary>First month on the new basis, as in 2021-01.</summary>
    public required string From { get; init; }

    /// <summary>Members of breakdowns that it is about; the whole indicator when left out.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>What the new basis is, as charts and tables name it.</summary>
    public required BilingualText Basis { get; init; }
}

/// <summary>Which figures of an indicator stand on the same basis.</summary>
public static class SeriesBreaks
{
    /// <summary>Whether this figure is the first of its series on a new basis.</summary>
    public static bool Starts(this IndicatorHeader header, FigureId id) =>
        header.SeriesBreaks.Any(x => IsAbout(x, id) && Month.Parse(x.From) is var from && id.Period.First <= from
            && (id.Period.Frequency == Frequency.YearToDate ? id.Period.Last == from : id.Period.Last >= from));

    /// <summary>Whether no break lies between this figure and that of another period.</summary>
    public static bool OnSameBasis(this IndicatorHeader header, FigureId id, Period other)
    {
        var (earlier, later) = id.Period.Last < other.Last ? (id.Period, other) : (other, id.Period);
        return !header.SeriesBreaks.Any(x => IsAbout(x, id) && Month.Parse(x.From) is var from && earlier.First < from && from <= later.Last);
    }

    static bool IsAbout(SeriesBreak broken, FigureId id) => broken.Members.Count == 0 || broken.Members.Contains(id.Member);
}
