using System.Numerics;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>A ratio or a count: part and whole by month, in total and by member.</summary>
sealed class PartTable(FigureKind kind) : TruthTable
{
    readonly SortedDictionary<Member, Share> _shares = new() { [Member.Total] = NewShare(kind) };

    /// <summary>Something that happened in a month.</summary>
    public void Count(int month, bool isPart, params ReadOnlySpan<Member> members) => Count(month, isPart ? 1 : 0, 1, members);

    public void Count(int month, long part, long whole, params ReadOnlySpan<Member> members)
    {
        AddTo(Member.Total, month, part, whole);
        foreach (var member in members)
            if (member.Value.Length > 0) AddTo(member, month, part, whole);
    }

    /// <summary>Counts under a member alone, not in the total.</summary>
    public void CountMember(Member member, int month, long part, long whole) => AddTo(member, month, part, whole);

    /// <summary>The whole that stands from a month's end on, whatever the parts; to be called month by month.</summary>
    public void StateWhole(int month, long whole) => AddTo(Member.Total, month, 0, whole - _shares[Member.Total].Whole.Sum(kind.Timeline.First, month));

    /// <summary>What is there at a month's end; to be called month by month.</summary>
    public void State(Member member, int month, long part, long whole)
    {
        var share = ShareOf(member);
        AddTo(member, month, part - share.Part.Sum(kind.Timeline.First, month), whole - share.Whole.Sum(kind.Timeline.First, month));
    }

    /// <summary>Something that is there from one month's end on until before another's.</summary>
    public void Stay(int from, int? until, long part, long whole, params ReadOnlySpan<Member> members)
    {
        // What was there before the run is there from its first month on.
        var (begin, end) = (Math.Max(from, kind.Timeline.First), Math.Max(until ?? int.MaxValue, kind.Timeline.First));
        if (end <= begin) return;
        Count(begin, part, whole, members);
        Count(end, -part, -whole, members);
    }

    public override TruthTable Empty() => new PartTable(kind);

    public override void Add(TruthTable other)
    {
        foreach (var (member, share) in ((PartTable)other)._shares) ShareOf(member).Add(share);
    }

    public override IEnumerable<Figure> Figures(int area, PeriodGrid grid)
    {
        foreach (var stated in kind.Periods(grid))
        {
            // What is there at the end is known of a period that began before the run, too.
            var period = kind.IsStock ? stated with { IsWhole = true } : stated;
            foreach (var (member, share) in _shares)
            {
                var (part, whole) = (SumOf(share.Part, period), SumOf(kind.MembersShareTheWhole ? _shares[Member.Total].Whole : share.Whole, period));
                if (member != Member.Total && (!period.IsWhole || (kind.IsCount || kind.MembersShareTheWhole ? part : whole) == 0)) continue;
                yield return FigureOf(area, period, part, whole) with { Breakdown = member.Breakdown, Member = member.Value };
            }
        }
    }

    Figure FigureOf(int area, TruthPeriod period, long part, long whole)
    {
        if (kind.IsCount)
            return new(kind.Indicator, kind.Variant, area, period.Name, period.IsWhole ? Rounded.Quotient(part, kind.Divisor, kind.Decimals) : null)
            {
                Numerator = kind.Divisor == 1 ? part : null,
            };
        var figure = Figure.Ratio(kind.Indicator, kind.Variant, area, period, part, whole * (BigInteger)kind.Divisor, kind.Scale, kind.Decimals);
        if (kind.HidesParts || kind.Divisor > 1) figure = figure with { Numerator = null, Denominator = null };
        if (!kind.HasInterval || figure.Value is null) return figure;
        var (low, high) = ServiceFigures.Wilson(part, whole);
        return figure with { Low = low, High = high };
    }

    long SumOf(Series series, TruthPeriod period) => series.Sum(kind.IsStock ? kind.Timeline.First : period.First, period.Last);

    void AddTo(Member member, int month, long part, long whole)
    {
        var share = ShareOf(member);
        share.Part.Add(month, part);
        share.Whole.Add(month, whole);
    }

    Share ShareOf(Member member)
    {
        if (!_shares.TryGetValue(member, out var share)) _shares[member] = share = NewShare(kind);
        return share;
    }

    static Share NewShare(FigureKind kind) => new(kind.Timeline.First, kind.Timeline.Months);
}
