namespace DemoCityAnalytics.Metrics.Disclosure;

/// <summary>Which cells of one table of persons are held back. The same cells give the same answer, in whatever order they come.</summary>
public static class HiddenCells
{
    /// <param name="adds">Months add up to quarters and years.</param>
    /// <param name="stands">A quarter or year repeats its last month.</param>
    public static IEnumerable<(PersonCell Cell, HiddenBecause Because)> Of(AreaTree areas, IReadOnlyCollection<PersonCell> cells, bool adds, bool stands)
    {
        if (!cells.Any(cell => cell.Small)) yield break;
        var grid = new CellGrid(areas, cells);
        CellGuard.Hide(grid, adds, stands);
        foreach (var cell in cells)
            if (grid[grid.IndexOf(cell)] is var state && state.HasFlag(CellState.Hidden))
                yield return (cell, state.HasFlag(CellState.Small) ? HiddenBecause.Small : HiddenBecause.Complementary);
    }
}
