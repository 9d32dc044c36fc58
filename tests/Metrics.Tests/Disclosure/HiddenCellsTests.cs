using System.Numerics;
using DemoCityAnalytics.Metrics.Disclosure;

namespace DemoCityAnalytics.Metrics.Tests.Disclosure;

public sealed class HiddenCellsTests
{
    /// <summary>All sums over areas, months and members are known to everybody; no hidden cell may follow from them and from what is shown.</summary>
    [Theory]
    [InlineData(1, true, 12, false)]
    [InlineData(2, true, 40, false)]
    [InlineData(3, true, 12, true)]
    [InlineData(4, true, 3, true)]
    [InlineData(5, false, 12, false)]
    [InlineData(6, false, 40, true)]
    [InlineData(7, true, 90, true)]
    public void NoHiddenCellFollowsFromWhatIsShown(int seed, bool adds, int largest, bool withGaps)
    {
        var world = new PersonWorld(seed, adds, largest, withGaps);
        var hidden = HiddenCells.Of(world.Tree, world.Cells, adds, stands: !adds).Select(x => x.Cell).ToList();

        Assert.NotEmpty(hidden);
        Assert.All(world.Cells.Where(cell => cell.Small), cell => Assert.Contains(cell, hidden));
        Assert.Empty(Derivable(world, hidden).Select(cell => cell.ToString()));
    }

    /// <summary>Hiding the small cells alone does not do: the others give most of them away.</summary>
    [Fact]
    public void SmallCellsAloneFollowFromTheOthers()
    {
        var world = new PersonWorld(seed: 7, adds: true, largest: 90, withGaps: true);

        Assert.NotEmpty(Derivable(world, [.. world.Cells.Where(cell => cell.Small)]));
    }

    [Fact]
    public void NothingIsHiddenWhereNoCellIsSmall()
    {
        var world = new PersonWorld(seed: 1, adds: true, largest: 12, withGaps: false);

        Assert.Empty(HiddenCells.Of(world.Tree, [.. world.Cells.Select(cell => cell with { Small = false })], adds: true, stands: false));
    }

    [Fact]
    public void OrderOfTheCellsDoesNotMatter()
    {
        var world = new PersonWorld(seed: 3, adds: true, largest: 20, withGaps: true);
        var forward = HiddenCells.Of(world.Tree, world.Cells, adds: true, stands: false).Select(x => x.Cell).ToHashSet();
        var backward = HiddenCells.Of(world.Tree, [.. world.Cells.Reverse()], adds: true, stands: false).Select(x => x.Cell).ToHashSet();

        Assert.True(forward.SetEquals(backward));
    }

    static List<PersonCell> Derivable(PersonWorld world, IReadOnlyCollection<PersonCell> hidden)
    {
        // What no table shows is as unknown as what is hidden.
        var sums = world.Equations().ToList();
        var unknowns = hidden.Concat(sums.SelectMany(x => x.Terms).Where(cell => cell.Number < 0)).Distinct().Select((cell, place) => (cell, place)).ToDictionary(x => x.cell, x => x.place);
        var equations = sums.Select(equation =>
        {
            var row = new Dictionary<int, BigInteger>();
            if (unknowns.TryGetValue(equation.Sum, out var sum)) row[sum] = 1;
            foreach (var term in equation.Terms)
                if (unknowns.TryGetValue(term, out var place))
                {
                    row[place] = row.GetValueOrDefault(place) - 1;
                    if (row[place].IsZero) row.Remove(place);
                }
            return row;
        });
        var solvable = LinearSystem.Solvable(equations.Where(row => row.Count > 0));
        return [.. unknowns.Where(x => x.Key.Number >= 0 && solvable.Contains(x.Value)).Select(x => x.Key)];
    }
}
