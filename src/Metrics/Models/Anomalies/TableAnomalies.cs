namespace DemoCityAnalytics.Metrics.Models.Anomalies;

/// <summary>What a set of reported figures or rows shows without looking at time as a curve.</summary>
public static class TableAnomalies
{
    /// <summary>Fewer values than this say nothing about last digits.</summary>
    public const int FewestForDigits = 30;

    /// <summary>Fewer values than this may agree with last month by chance.</summary>
    public const int FewestForCopy = 5;

    const double DigitLimit = 4;

    /// <summary>
    /// Counted things end in 0 or 5 two times in ten. More than four standard deviations above that is heaping; only values of at least 100
    /// count, because small ones have no free last digit.
    /// </summary>
    public static AnomalyFlag? DigitHeaping(string name, string period, IEnumerable<long> values)
    {
        var free = values.Where(value => Math.Abs(value) >= 100).ToList();
        if (free.Count < FewestForDigits) return null;
        var round = free.Count(value => value % 5 == 0);
        var limit = 0.2 * free.Count + DigitLimit * Math.Sqrt(0.2 * 0.8 * free.Count);
        return round <= limit ? null : new(AnomalyRule.DigitHeaping, name, period, round, 0.2 * free.Count, limit, null);
    }

    /// <summary>All the figures of a month equal those of the month before, though they are not all zero.</summary>
    public static AnomalyFlag? CopyOfLastMonth(string name, string period, IReadOnlyList<long> now, IReadOnlyList<long> before)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(before);
        if (now.Count != before.Count || now.Count(value => value != 0) < FewestForCopy) return null;
        var same = now.Zip(before).Count(pair => pair.First == pair.Second && pair.First != 0);
        var filled = now.Count(value => value != 0);
        // Nine in ten: a copied sheet is often touched up in a cell or two.
        return same * 10 < filled * 9 ? null : new(AnomalyRule.CopyOfLastMonth, name, period, same, 0, 0.9 * filled, null);
    }

    /// <summary>A part of a whole lies between nothing and the whole.</summary>
    public static AnomalyFlag? ImpossibleRatio(string name, string period, decimal part, decimal whole) => (part, whole) switch
    {
        ( < 0, _) => new(AnomalyRule.ImpossibleRatio, name, period, (double)part, 0, 0, (double)-part),
        (_, < 0) => new(AnomalyRule.ImpossibleRatio, name, period, (double)whole, 0, 0, null),
        _ when part > whole => new(AnomalyRule.ImpossibleRatio, name, period, (double)part, (double)whole, (double)whole, (double)(whole - part)),
        _ => null,
    };

    /// <summary>
    /// More rows of a delivery equal another one in all their content than the deliveries before it had: above their greatest share by
    /// half, and above one in a hundred. The effect is what the count would lose without the repeats.
    /// </summary>
    /// <param name="sharesBefore">Share of repeated rows in earlier deliveries; none known counts as zero.</param>
    public static AnomalyFlag? DuplicateBurst(string name, string period, IReadOnlyCollection<string> contents, IReadOnlyCollection<double> sharesBefore)
    {
        ArgumentNullException.ThrowIfNull(contents);
        if (contents.Count == 0) return null;
        var repeats = contents.Count - contents.Distinct(StringComparer.Ordinal).Count();
        var usual = sharesBefore.DefaultIfEmpty(0).Max();
        var limit = Math.Max(1.5 * usual, 0.01) * contents.Count;
        return repeats <= limit || repeats < 3 ? null : new(AnomalyRule.DuplicateBurst, name, period, repeats, usual * contents.Count, limit, -repeats);
    }
}
