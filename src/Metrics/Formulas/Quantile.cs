using System.Globalization;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>Exact medians and percentiles from a histogram of whole values: they add up over areas and months, and are read at the grain asked for.</summary>
public static class Quantile
{
    /// <summary>The middle value, or the mean of the two middle ones; null when there are no values.</summary>
    /// <param name="histogram">Values in ascending order, each with how often it occurs.</param>
    public static decimal? Median(ReadOnlySpan<(long Value, Int128 Count)> histogram, int decimals)
    {
        var total = Total(histogram);
        return total <= 0 ? null : HalfUp.Quotient(At(histogram, (total + 1) / 2) + At(histogram, total / 2 + 1), 2, 1, decimals);
    }

    /// <summary>The smallest value that at least so many per cent of the values do not exceed (nearest rank).</summary>
    /// <inheritdoc cref="Median" path="/param"/>
    public static long? NearestRank(ReadOnlySpan<(long Value, Int128 Count)> histogram, int percent)
    {
        var total = Total(histogram);
        return total <= 0 ? null : At(histogram, (total * percent + 99) / 100);
    }

    internal static FigureValue Apply(IndicatorView view, IReadOnlyList<MemberParts> parts, int lastMonth)
    {
        // The histogram of a stock is kept by the month in which each began; its age is that month's distance from the period's end.
        var areMonths = view.Convention == "median_months_since";
        var histogram = new (long Value, Int128 Count)[parts.Count];
        var ascends = true;
        for (var member = 0; member < histogram.Length; member++)
        {
            var value = long.Parse(parts[member].Member, CultureInfo.InvariantCulture);
            histogram[member] = (areMonths ? lastMonth - value : value, view.Numerator.Of(parts[member].Parts));
            ascends &= member == 0 || histogram[member - 1].Value < histogram[member].Value;
        }
        if (!ascends) Array.Sort(histogram, (left, right) => left.Value.CompareTo(right.Value));
        return new(null, null, view.Convention == "p90" ? NearestRank(histogram, 90) : Median(histogram, view.Decimals), null);
    }

    static Int128 Total(ReadOnlySpan<(long Value, Int128 Count)> histogram)
    {
        Int128 total = 0;
        foreach (var (_, count) in histogram) total += count;
        return total;
    }

    static long At(ReadOnlySpan<(long Value, Int128 Count)> histogram, Int128 rank)
    {
        Int128 passed = 0;
        foreach (var (value, count) in histogram)
            if ((passed += count) >= rank) return value;
        throw new ArgumentOutOfRangeException(nameof(rank), rank, "The rank lies beyond the histogram.");
    }
}
