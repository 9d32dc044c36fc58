namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>
/// The panel's areas that a cube keeps, with all areas above them. Rows of any other area count in the nearest kept area above it: a computation of
/// one city sums the rest of the country without telling its cities apart.
/// </summary>
sealed class KeptAreas
{
    // An area's own slot, or the complement of the one that its rows count in.
    readonly int[] slots;

    KeptAreas(Panel panel, Func<int, bool> isKept)
    {
        slots = new int[panel.Areas.Count];
        var places = new List<int>();
        var parents = new List<int>();
        for (var place = 0; place < slots.Length; place++)
        {
            var parent = panel.Areas[place].Parent is >= 0 and var above ? SlotFor(above) : -1;
            if (isKept(place))
            {
                slots[place] = places.Count;
                places.Add(place);
                parents.Add(parent);
            }
            else
            {
                slots[place] = ~parent;
            }
        }
        (Places, Parents) = (places, parents);
    }

    /// <summary>Panel places by slot; parents stand before children.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>The slot of the area above each slot's; −1 for the nation.</summary>
    public IReadOnlyList<int> Parents { get; }

    public bool Keeps(int place) => slots[place] >= 0;

    /// <summary>The area's slot; negative when it has none of its own.</summary>
    public int SlotOf(int place) => slots[place];

    /// <summary>The slot in which the area's rows count.</summary>
    public int SlotFor(int place) => slots[place] is >= 0 and var own ? own : ~slots[place];

    /// <param name="places">Panel places that are asked for; the areas above them are kept too. Null for all.</param>
    /// <param name="withDistricts">Whether districts are kept, not only counted in their cities.</param>
    public static KeptAreas Of(Panel panel, IReadOnlyCollection<int>? places, bool withDistricts)
    {
        var wanted = new bool[panel.Areas.Count];
        foreach (var place in places ?? Enumerable.Range(0, wanted.Length))
            for (var above = place; above >= 0 && !wanted[above]; above = panel.Areas[above].Parent) wanted[above] = true;
        return new KeptAreas(panel, place => place == 0 || wanted[place] && (withDistricts || !panel.Areas[place].IsDistrict));
    }
}
