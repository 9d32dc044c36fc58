using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Disclosure;

/// <summary>
/// A change along one axis of a table that leaves all sums along it as they are stated: what one place gains another loses, and what adds up from
/// them changes with them or is not stated.
/// </summary>
/// <param name="Ends">The places where the change begins; their cells must be known, or the change would show.</param>
/// <param name="Places">All places whose cells change.</param>
readonly record struct Shift(IReadOnlyList<int> Ends, IReadOnlyList<int> Places);

/// <summary>The changes that one cell of a table could have undergone without any sum telling of it, axis by axis.</summary>
sealed class Neighbours(CellGrid grid, bool adds, bool stands)
{
    const int NobodyThere = 10;
    readonly Dictionary<(int, int), int[]> changed = [];

    /// <summary>Between months of one year; or in one month and all that adds up from it.</summary>
    public IEnumerable<Shift> InTime(int place)
    {
        var period = grid.PeriodAt(place);
        if (!adds)
        {
            yield return new Shift([place], stands ? Standing(period.Last.Index) : [place]);
            yield break;
        }
        for (var gains = period.First.Index; gains <= period.Last.Index; gains++)
        {
            if (!IsEnd(gains)) continue;
            yield return Between(gains, gains);
            var january = period.Last.Index / 12 * 12;
            for (var loses = january; loses < january + 12; loses++)
                if (IsEnd(loses) && (loses < period.First.Index || loses > period.Last.Index)) yield return Between(gains, loses);
        }
    }

    /// <summary>Between two members of one breakdown.</summary>
    public IEnumerable<Shift> InBreakdown(int area, int period, int member) =>
        Enumerable.Range(1, grid.Members.Count - 1)
            .Where(other => other != member && grid.Members[other].Breakdown == grid.Members[member].Breakdown && Is(area, period, other, CellState.Stated))
            .Select(other => new Shift([member, other], [member, other]));

    /// <summary>In the total and a member of every breakdown that these areas show.</summary>
    public Shift WithTotal(IReadOnlyList<int> areas, int period, int member)
    {
        var own = grid.Members[member].Breakdown;
        int[] all =
        [
            0, .. member == 0 ? (int[])[] : [member],
            .. Enumerable.Range(1, grid.Members.Count - 1).Where(other => grid.Members[other].Breakdown != own)
                .Select(other => (Member: other, Stated: areas.Count(area => Is(area, period, other, CellState.Stated)), Cost: areas.Sum(area => Cost(area, period, other))))
                .Where(x => x.Stated > 0)
                .GroupBy(x => grid.Members[x.Member].Breakdown, StringComparer.Ordinal)
                .Select(members => members.OrderByDescending(x => x.Stated).ThenBy(x => x.Cost).First().Member),
        ];
        return new Shift(all, all);
    }

    /// <summary>Between areas that lie in the same one; or in one area and all in which it lies. With each goes one of the areas inside it, down to the smallest.</summary>
    /// <param name="withTotal">The total changes too, which reaches down to areas that show nothing else.</param>
    public IEnumerable<Shift> AmongAreas(int area, int period, int member, bool withTotal)
    {
        var below = Down(area, period, member, withTotal);
        var above = new List<int>();
        var foundBeside = false;
        for (var at = area; grid.Areas.Parent(at) is >= 0 and var parent; at = parent)
        {
            var others = foundBeside ? [] : grid.Areas.Children(parent).Where(other => other != at && Is(other, period, member, CellState.Stated)).ToList();
            foundBeside |= others.Count > 0;
            foreach (var beside in others.Select(other => Down(other, period, member, withTotal)))
                yield return new Shift([.. below, .. beside], [.. above, .. below, .. beside]);
            above.Add(parent);
        }
        yield return new Shift(below, [.. above, .. below]);
    }

    /// <summary>
    /// What hiding one more cell costs: nothing when it is hidden already, more for a province than for a district, for a year than for a month,
    /// for a total than for a group, and more when there is nobody in it who could have been somewhere else.
    /// </summary>
    public int Cost(int area, int period, int member)
    {
        var state = grid[grid.Index(area, period, member)];
        if (!state.HasFlag(CellState.Stated) || state.HasFlag(CellState.Hidden)) return 0;
        var shown = grid.Areas.Depth(area) switch { 0 => 30, 1 => 10, 2 => 3, _ => 1 }
            * (grid.FrequencyOf(period) switch { Frequency.Year => 4, Frequency.Quarter or Frequency.HalfYear => 2, _ => 1 })
            * (member == 0 ? 2 : 1);
        return state.HasFlag(CellState.Somebody) ? shown : shown + NobodyThere;
    }

    bool Is(int area, int period, int member, CellState state) => grid[grid.Index(area, period, member)].HasFlag(state);

    List<int> Down(int area, int period, int member, bool withTotal)
    {
        List<int> path = [area];
        foreach (var by in withTotal ? new[] { member, 0 } : [member])
            while (grid.Areas.Children(path[^1]).Where(child => Is(child, period, by, CellState.Stated)).ToList() is { Count: > 0 } inside)
                path.Add(inside.MinBy(child => Cost(child, period, by)));
        return path;
    }

    Shift Between(int gains, int loses)
    {
        if (!changed.TryGetValue((gains, loses), out var places)) changed.Add((gains, loses), places = Changed(gains, loses));
        return new Shift([.. new[] { gains, loses }.Distinct().Select(month => grid.PeriodPlace(grid.Frequencies[0], month)).Where(place => place >= 0)], places);
    }

    // Where the finest periods are quarters, a change is one of a quarter, told by its last month.
    bool IsEnd(int month) => Period.EndingIn(new Month(month), grid.Frequencies[0]) is not null;

    int[] Changed(int gains, int loses)
    {
        var places = new HashSet<int>();
        // The longest periods are a year long.
        for (var last = Math.Min(gains, loses); last < Math.Max(gains, loses) + 12; last++)
            foreach (var frequency in grid.Frequencies)
                if (grid.PeriodPlace(frequency, last) is >= 0 and var place && (gains == loses ? Holds(place, gains) : Holds(place, gains) != Holds(place, loses)))
                    places.Add(place);
        if (stands) places.UnionWith(Standing(gains).Concat(Standing(loses)));
        return [.. places];
    }

    // A report month reaches into two months; that a change lies in its part of one is taken for possible.
    bool Holds(int place, int month) => grid.PeriodAt(place) is var period && period.First.Index <= month && month <= period.Last.Index;

    int[] Standing(int month) => [.. grid.Frequencies.Select(frequency => grid.PeriodPlace(frequency, month)).Where(place => place >= 0)];
}
