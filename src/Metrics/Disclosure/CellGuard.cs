namespace DemoCityAnalytics.Metrics.Disclosure;

/// <summary>Why a cell is held back.</summary>
public enum HiddenBecause
{
    /// <summary>It is about fewer persons than may be shown.</summary>
    Small,

    /// <summary>A small one could be worked out from it.</summary>
    Complementary,
}

/// <summary>
/// Chooses the cells of a table that are held back: the small ones, and beside each so many others that none of them follows from what is shown.
/// </summary>
/// <remarks>
/// A cell follows from the sums around it unless it could have been another number with all sums the same. Along each axis (areas, months, members)
/// there is such a change of two neighbours; their product, two by two by two cells, is one of the whole table. With all cells of the product
/// hidden, none of them can be worked out, whatever else is known of the table's sums.
/// </remarks>
sealed class CellGuard
{
    // Of each axis only the cheapest neighbours are tried against those of the other axes.
    const int Tried = 4;

    readonly CellGrid grid;
    readonly Neighbours neighbours;

    CellGuard(CellGrid grid, bool adds, bool stands)
    {
        this.grid = grid;
        neighbours = new Neighbours(grid, adds, stands);
    }

    /// <summary>Marks the cells that are held back.</summary>
    public static void Hide(CellGrid grid, bool adds, bool stands)
    {
        var guard = new CellGuard(grid, adds, stands);
        var small = Enumerable.Range(0, grid.Count).Where(cell => grid[cell].HasFlag(CellState.Small)).ToList();
        foreach (var cell in small) grid[cell] |= CellState.Hidden;
        foreach (var cell in small)
            // What is missing today has no sums around it that would tell of it.
            if (grid[cell].HasFlag(CellState.Stated) && !grid[cell].HasFlag(CellState.Guarded)) guard.Protect(cell);
    }

    void Protect(int cell)
    {
        var (area, period, member) = grid.Place(cell);
        // When none of the cheapest will do, because there is nobody in one of their cells, all are tried.
        if ((Cheapest(area, period, member, Tried) ?? Cheapest(area, period, member, int.MaxValue)) is not { } chosen) return;
        foreach (var place in chosen)
            if (grid[place].HasFlag(CellState.Stated)) grid[place] |= CellState.Hidden | CellState.Guarded;
    }

    List<int>? Cheapest(int area, int period, int member, int tried)
    {
        List<int>? chosen = null;
        var least = int.MaxValue;
        foreach (var (times, members, areas) in Candidates(area, period, member, tried))
        {
            var cost = Cost(times, members, areas, least);
            if (cost < least) (least, chosen) = (cost, [.. Product(times, members, areas)]);
            if (least == 0) break;
        }
        return chosen;
    }

    IEnumerable<(Shift Times, Shift Members, Shift Areas)> Candidates(int area, int period, int member, int tried)
    {
        foreach (var times in Cheapest(neighbours.InTime(period), place => neighbours.Cost(area, place, member), tried))
        {
            // Where the change begins: in a month, for a year's cell.
            var begins = times.Ends is [var first, ..] ? first : period;
            if (member != 0)
            {
                var among = Cheapest(neighbours.AmongAreas(area, begins, member, withTotal: false), place => neighbours.Cost(place, begins, member), tried);
                foreach (var members in Cheapest(neighbours.InBreakdown(area, begins, member), place => neighbours.Cost(area, begins, place), tried))
                    foreach (var areas in among) yield return (times, members, areas);
            }
            foreach (var areas in Cheapest(neighbours.AmongAreas(area, begins, member, withTotal: true), place => neighbours.Cost(place, begins, member), tried))
                yield return (times, neighbours.WithTotal(areas.Places, begins, member), areas);
        }
    }

    static List<Shift> Cheapest(IEnumerable<Shift> shifts, Func<int, int> cost, int tried) => shifts.OrderBy(shift => shift.Places.Sum(cost)).Take(tried).ToList();

    // A cell that is said to be missing because there is nothing to count cannot have changed unseen: such a change is never taken.
    int Cost(Shift times, Shift members, Shift areas, int bound)
    {
        foreach (var area in areas.Ends)
            foreach (var period in times.Ends)
                foreach (var member in members.Ends)
                    if ((grid[grid.Index(area, period, member)] & (CellState.Listed | CellState.Stated)) == CellState.Listed) return int.MaxValue;
        var cost = 0;
        foreach (var area in areas.Places)
            foreach (var period in times.Places)
                foreach (var member in members.Places)
                    if ((cost += neighbours.Cost(area, period, member)) >= bound) return bound;
        return cost;
    }

    IEnumerable<int> Product(Shift times, Shift members, Shift areas) =>
        from area in areas.Places
        from period in times.Places
        from member in members.Places
        select grid.Index(area, period, member);
}
