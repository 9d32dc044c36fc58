using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>
/// Summed parts by area, member and month, in memory. After <see cref="RollUp"/>, flows and stocks are running sums: any run of months is one subtraction.
/// </summary>
/// <param name="column">Place of the dimension among the columns of <see cref="PartRows"/>, or <see cref="Total"/>.</param>
sealed class PartCube(Panel panel, IndicatorDefinition definition, KeptAreas kept, MemberNames members, int column, MonthAxis axis)
{
    /// <summary>Stands for no column: all rows count under the one empty member.</summary>
    public const int Total = -1;

    // Only an area's own rows count: nothing is summed upwards.
    readonly bool isStated = definition.Header.Areas == AreaRule.Stated;
    readonly int memberCount = members.Names.Count;
    readonly int partCount = definition.PartNames.Length;
    readonly int width = axis.Width;
    readonly OverTime[] kinds = [.. definition.PartKinds];
    readonly Int128[] cells = new Int128[(long)kept.Places.Count * members.Names.Count * definition.PartNames.Length * axis.Width];
    readonly bool[] stated = definition.PartKinds.Any(IsLevel) ? new bool[(long)kept.Places.Count * definition.PartNames.Length * axis.Width] : [];

    bool[] given = [];
    int[] firstCells = [];

    public IReadOnlyList<string> Members => members.Names;

    public int MemberPlace(string member) => members.PlaceOf(member);

    public static bool IsLevel(OverTime kind) => kind is OverTime.LevelAtEnd or OverTime.LevelOfYear;

    public void Add(PartRows rows)
    {
        if (firstCells.Length < rows.Count) firstCells = new int[rows.Count];
        var places = rows.Places;
        var slots = rows.Slots;
        var memberPlaces = column == Total ? default : rows.Members(column);
        for (var row = 0; row < places.Length; row++)
        {
            var member = column == Total ? 0 : memberPlaces[row];
            firstCells[row] = places[row] < 0 || member < 0 || isStated && !kept.Keeps(places[row]) ? -1 : Cell(kept.SlotFor(places[row]), member, 0, slots[row]);
        }
        for (var part = 0; part < partCount; part++)
        {
            var values = rows.Part(part);
            for (var row = 0; row < values.Length; row++)
                if (firstCells[row] >= 0 && values[row] != 0) cells[firstCells[row] + part * width] += values[row];
            if (!IsLevel(kinds[part])) continue;
            var isGiven = rows.Given(part);
            for (var row = 0; row < values.Length; row++)
                if (firstCells[row] >= 0 && isGiven[row]) stated[State(kept.SlotFor(places[row]), part, slots[row])] = true;
        }
    }

    /// <summary>Sums children into parents, and months into running sums. A stated level of an area takes the place of the sum of its parts.</summary>
    public void RollUp()
    {
        given = [.. stated];
        for (var area = isStated ? -1 : kept.Places.Count - 1; area >= 0; area--)
            for (var part = 0; part < partCount; part++)
            {
                if (IsLevel(kinds[part])) RollUpLevel(area, part);
                else if (kept.Parents[area] is >= 0 and var parent)
                    for (var member = 0; member < memberCount; member++)
                        AddTo(cells.AsSpan(Cell(parent, member, part, 0), width), cells.AsSpan(Cell(area, member, part, 0), width));
            }
        for (var area = 0; area < kept.Places.Count; area++)
            for (var member = 0; member < memberCount; member++)
                for (var part = 0; part < partCount; part++)
                {
                    if (IsLevel(kinds[part])) continue;
                    var sums = cells.AsSpan(Cell(area, member, part, 0), width);
                    for (var slot = 1; slot < width; slot++) sums[slot] += sums[slot - 1];
                }
    }

    /// <summary>Areas whose own rows make up a level: the area itself where it states one, else those of its children.</summary>
    public IEnumerable<int> Stating(int area, int part, int last)
    {
        var state = State(kept.SlotOf(area), part, LevelSlot(part, last));
        return given[state] ? [area] : panel.Children(area).Where(kept.Keeps).SelectMany(child => Stating(child, part, last));
    }

    // An area without a stated level has the sum of its parts, if every part has one: a sum over some of them would pass for the whole.
    void RollUpLevel(int area, int part)
    {
        var children = panel.Children(kept.Places[area]);
        if (children.Count == 0 || !children.All(kept.Keeps)) return;
        for (var slot = 0; slot < width; slot++)
        {
            if (stated[State(area, part, slot)]) continue;
            Int128 sum = 0;
            var complete = true;
            foreach (var child in children)
            {
                complete = complete && stated[State(kept.SlotOf(child), part, slot)];
                sum += cells[Cell(kept.SlotOf(child), 0, part, slot)];
            }
            if (!complete) continue;
            cells[Cell(area, 0, part, slot)] = sum;
            stated[State(area, part, slot)] = true;
        }
    }

    /// <summary>The part's value for the months first to last, by the part's kind.</summary>
    public Int128 Over(int area, int member, int part, int first, int last)
    {
        var start = Cell(kept.SlotOf(area), member, part, 0);
        return kinds[part] switch
        {
            OverTime.Flow => cells[start + axis.SlotOf(last)] - cells[start + axis.SlotOf(first - 1)],
            OverTime.StockAtStart => cells[start + axis.SlotOf(first - 1)],
            OverTime.StockAtEnd => cells[start + axis.SlotOf(last)],
            _ => cells[start + LevelSlot(part, last)],
        };
    }

    /// <summary>Whether a level is stated for the period that ends with this month.</summary>
    public bool IsStated(int area, int part, int last) => stated[State(kept.SlotOf(area), part, LevelSlot(part, last))];

    int LevelSlot(int part, int last) => axis.SlotOf(kinds[part] == OverTime.LevelOfYear ? MonthAxis.January(last) : last);

    static void AddTo(Span<Int128> sums, ReadOnlySpan<Int128> added)
    {
        for (var slot = 0; slot < added.Length; slot++) sums[slot] += added[slot];
    }

    int Cell(int area, int member, int part, int slot) => ((area * memberCount + member) * partCount + part) * width + slot;

    int State(int area, int part, int slot) => (area * partCount + part) * width + slot;
}
