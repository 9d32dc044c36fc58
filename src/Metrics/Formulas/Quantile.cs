using System.Globalization;
using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>Exact medians and percentiles from a histogram of whole values: they add up over areas and months, and are read at the grain asked for.</summary>
public static class Quantile
{
    /// <summary>The middle value, or the mean of the two middle ones; null when there are no values.</summary>
    public static decimal? Median(IReadOnlyCollection<(long Value, BigInteger Count)> histogram, int decimals) =>
        Middle(histogram) is var (low, high) ? HalfUp.Quotient(low + high, 2, 1, decimals) : null;

    /// <summary>The smallest value that at least so many per cent of the values do not exceed (nearest rank).</summary>
    public static long? NearestRank(IReadOnlyCollection<(long Value, BigInteger Count)> histogram, int percent)
    {
        var total = Total(histogram);
        return total.Sign <= 0 ? null : At(histogram, (total * percent + 99) / 100);
    }

    internal static FigureValue Apply(IndicatorView view, IReadOnlyList<MemberParts> parts, int lastMonth)
    {
        var histogram = parts.Select(x => (Value: long.Parse(x.Member, CultureInfo.InvariantCulture), Count: (BigInteger)view.Numerator.Of(x.Parts)))
            .Where(x => x.Count > 0)
            // The histogram of a stock is kept by the month in which each began; its age is that month's distance from the period's end.
            .Select(x => view.Convention == "median_months_since" ? (lastMonth - x.Value, x.Count) : x).ToList();
        var value = view.Convention == "p90" ? NearestRank(histogram, 90) : Median(histogram, view.Decimals);
        return new(null, null, value, null);
    }

    static (long Low, long High)? Middle(IReadOnlyCollection<(long Value, BigInteger Count)> histogram)
    {
        var total = Total(histogram);
        return total.Sign <= 0 ? null : (At(histogram, (total + 1) / 2), At(histogram, total / 2 + 1));
    }

    static BigInteger Total(IEnumerable<(long Value, BigInteger Count)> histogram) => histogram.Aggregate(BigInteger.Zero, (sum, x) => sum + x.Count);

    static long At(IEnumerable<(long Value, BigInteger Count)> histogram, BigInteger rank)
    {
        BigInteger passed = 0;
        foreach (var (value, count) in histogram.OrderBy(x => x.Value))
            if ((passed += count) >= rank) return value;
        throw new ArgumentOutOfRangeException(nameof(rank), rank, "The rank lies beyond the histogram.");
    }
}
