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
    public static AnomalyFlag? DigitHeaping(string name, string period, IEnumerable<long> values) =>
        MoreRoundThanChance(AnomalyRule.DigitHeaping, name, period, [.. values.Where(value => Math.Abs(value) >= 100)], 5, 0.2);

    /// <summary>Counted things of at least 1,000 end in 00 once in a hundred; more than four standard deviations above that, and at least five, is too round.</summary>
    public static AnomalyFlag? TooRound(string name, string period, IEnumerable<long> values) =>
        MoreRoundThanChance(AnomalyRule.TooRound, name, period, [.. values.Where(value => Math.Abs(value) >= 1_000)], 100, 0.01);

    static AnomalyFlag? MoreRoundThanChance(AnomalyRule rule, string name, string period, List<long> free, int unit, double chance)
    {
        if (free.Count < FewestForDigits) return null;
        var round = free.Count(value => value % unit == 0);
        var limit = Math.Max(4, chance * free.Count + DigitLimit * Math.Sqrt(chance * (1 - chance) * free.Count));
        return round <= limit ? null : new(rule, name, period, round, chance * free.Count, limit, null);
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
    /// <param name="repeats">Rows beyond the first of each content.</param>
    /// <param name="sharesBefore">Share of repeated rows in earlier deliveries; none known counts as zero.</param>
    public static AnomalyFlag? DuplicateBurst(string name, string period, long rows, long repeats, IReadOnlyCollection<double> sharesBefore)
    {
        var usual = sharesBefore.DefaultIfEmpty(0).Max();
        var limit = Math.Max(1.5 * usual, 0.01) * rows;
        return rows == 0 || repeats <= limit || repeats < 3 ? null : new(AnomalyRule.DuplicateBurst, name, period, repeats, usual * rows, limit, -repeats);
    }
}
