namespace DemoCityAnalytics.Generator.Truth;

/// <summary>Median, and if asked for the 90th percentile, of whole values: how often each value came up in each month.</summary>
/// <param name="kind">Name and periods of the median; the percentile is its variant p90.</param>
sealed class QuantileTable(FigureKind kind, bool hasPercentile) : TruthTable
{
    readonly SortedDictionary<Member, SortedDictionary<int, Series>> _values = new() { [Member.Total] = [] };

    public void Count(int month, int value, params ReadOnlySpan<Member> members)
    {
        SeriesOf(Member.Total, value).Add(month, 1);
        foreach (var member in members)
            if (member.Value.Length > 0) SeriesOf(member, value).Add(month, 1);
    }

    public override TruthTable Empty() => new QuantileTable(kind, hasPercentile);

    public override void Add(TruthTable other)
    {
        foreach (var (member, values) in ((QuantileTable)other)._values)
            foreach (var (value, series) in values) SeriesOf(member, value).Add(series);
    }

    public override IEnumerable<Figure> Figures(int area, PeriodGrid grid)
    {
        foreach (var stated in kind.Periods(grid))
        {
            // What is there at the end is known of a period that began before the run, too.
            var period = kind.IsStock ? stated with { First = stated.Last, IsWhole = true } : stated;
            foreach (var (member, values) in _values)
            {
                var counts = values.Select(entry => (Value: entry.Key, Count: entry.Value.Sum(period.First, period.Last))).Where(entry => entry.Count > 0).ToArray();
                var isStated = period.IsWhole && counts.Length > 0;
                if (member != Member.Total && !isStated) continue;
                yield return Of(kind.Variant, isStated ? Median(counts, kind.Decimals) : null);
                if (hasPercentile) yield return Of("p90", isStated ? Rounded.Quotient(Percentile(counts, 90), 1, kind.Decimals) : null);

                Figure Of(string variant, string? value) =>
                    new(kind.Indicator, variant, area, period.Name, value) { Breakdown = member.Breakdown, Member = member.Value };
            }
        }
    }

    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    public static string Median((int Value, long Count)[] counts, int decimals)
    {
        var all = counts.Sum(entry => entry.Count);
        return Rounded.Quotient(At(counts, (all + 1) / 2) + At(counts, all / 2 + 1), 2, decimals);
    }

    /// <summary>The smallest value that at least so many in a hundred do not exceed.</summary>
    public static int Percentile((int Value, long Count)[] counts, int percent) => At(counts, (counts.Sum(entry => entry.Count) * percent + 99) / 100);

    // The value in this place when all are put in order; values must come in order.
    static int At((int Value, long Count)[] counts, long place)
    {
        foreach (var (value, count) in counts)
            if ((place -= count) <= 0) return value;
        throw new ArgumentOutOfRangeException(nameof(place));
    }

    Series SeriesOf(Member member, int value)
    {
        if (!_values.TryGetValue(member, out var values)) _values[member] = values = [];
        if (!values.TryGetValue(value, out var series)) values[value] = series = new Series(kind.Timeline.First, kind.Timeline.Months);
        return series;
    }
}
