using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>
/// Summed parts by area, member and month, in memory. Months before the first lie together in one opening month, so that stocks carry what was
/// there before. After <see cref="RollUp"/>, flows and stocks are running sums: any run of months is one subtraction.
/// </summary>
/// <param name="areaCount">The panel's first areas that are kept; rows of districts beyond it count in their cities.</param>
sealed class PartCube(Panel panel, IndicatorDefinition definition, IReadOnlyList<string> members, int areaCount, int firstMonth, int lastMonth)
{
    // Months of the axis: the opening month, then first to last.
    readonly int width = lastMonth - firstMonth + 2;
    // Only an area's own rows count: nothing is summed upwards.
    readonly bool isStated = definition.Header.Areas == AreaRule.Stated;
    readonly int partCount = definition.PartNames.Length;
    readonly Int128[] cells = new Int128[(long)areaCount * members.Count * definition.PartNames.Length * (lastMonth - firstMonth + 2)];
    readonly bool[] stated = definition.PartKinds.Any(IsLevel) ? new bool[(long)areaCount * definition.PartNames.Length * (lastMonth - firstMonth + 2)] : [];

    bool[] given = [];
    readonly Dictionary<string, int> memberPlaces = members.Select((member, place) => (member, place)).ToDictionary(x => x.member, x => x.place, StringComparer.Ordinal);

    public IReadOnlyList<string> Members { get; } = members;

    public int MemberPlace(string member) => memberPlaces.GetValueOrDefault(member, -1);

    public static bool IsLevel(OverTime kind) => kind is OverTime.LevelAtEnd or OverTime.LevelOfYear;

    /// <summary>Adds a part's sum for one area, member and month; a null sum says nothing (and states no level).</summary>
    public void Add(int area, int member, int part, int month, Int128? sum)
    {
        // After the last month nothing is asked; an end date in the far future lies there.
        if (sum is not { } value || month > lastMonth) return;
        if (area >= areaCount)
        {
            if (isStated) return;
            area = panel.Areas[area].City;
        }
        var slot = Math.Max(month - firstMonth + 1, 0);
        cells[Cell(area, member, part, slot)] += value;
        if (IsLevel(definition.PartKinds[part])) stated[State(area, part, slot)] = true;
    }

    /// <summary>Sums children into parents, and months into running sums. A stated level of an area takes the place of the sum of its parts.</summary>
    public void RollUp()
    {
        given = [.. stated];
        for (var area = isStated ? -1 : areaCount - 1; area >= 0; area--)
        {
            for (var part = 0; part < partCount; part++)
            {
                if (IsLevel(definition.PartKinds[part])) RollUpLevel(area, part);
                else if (panel.Areas[area].Parent is >= 0 and var parent)
                    for (var member = 0; member < Members.Count; member++)
                        for (var slot = 0; slot < width; slot++)
                            cells[Cell(parent, member, part, slot)] += cells[Cell(area, member, part, slot)];
            }
        }
        for (var part = 0; part < partCount; part++)
        {
            if (IsLevel(definition.PartKinds[part])) continue;
            for (var area = 0; area < areaCount; area++)
                for (var member = 0; member < Members.Count; member++)
                {
                    var first = Cell(area, member, part, 0);
                    for (var slot = 1; slot < width; slot++) cells[first + slot] += cells[first + slot - 1];
                }
        }
    }

    /// <summary>Areas whose own rows make up a level: the area itself where it states one, else those of its children.</summary>
    public IEnumerable<int> Stating(int area, int part, int last)
    {
        var state = State(area, part, LevelSlot(part, last));
        return given[state] ? [area] : panel.Children(area).Where(child => child < areaCount).SelectMany(child => Stating(child, part, last));
    }

    // An area without a stated level has the sum of its parts, if every part has one: a sum over some of them would pass for the whole.
    void RollUpLevel(int area, int part)
    {
        var children = panel.Children(area);
        if (children.Count == 0 || children[0] >= areaCount) return;
        for (var slot = 0; slot < width; slot++)
        {
            if (stated[State(area, part, slot)]) continue;
            Int128 sum = 0;
            var complete = true;
            foreach (var child in children)
            {
                complete = complete && stated[State(child, part, slot)];
                sum += cells[Cell(child, 0, part, slot)];
            }
            if (!complete) continue;
            cells[Cell(area, 0, part, slot)] = sum;
            stated[State(area, part, slot)] = true;
        }
    }

    /// <summary>The part's value for the months first to last, by the part's kind.</summary>
    public Int128 Over(int area, int member, int part, int first, int last)
    {
        var start = Cell(area, member, part, 0);
        return definition.PartKinds[part] switch
        {
            OverTime.Flow => cells[start + Slot(last)] - cells[start + Slot(first - 1)],
            OverTime.StockAtStart => cells[start + Slot(first - 1)],
            OverTime.StockAtEnd => cells[start + Slot(last)],
            OverTime.LevelAtEnd => cells[start + Slot(last)],
            _ => cells[start + Slot(January(last))],
        };
    }

    /// <summary>Whether a level is stated for the period that ends with this month.</summary>
    public bool IsStated(int area, int part, int last) =>
        stated[State(area, part, LevelSlot(part, last))];

    int LevelSlot(int part, int last) => Slot(definition.PartKinds[part] == OverTime.LevelOfYear ? January(last) : last);

    static int January(int month) => month - month % 12;

    int Slot(int month) => Math.Clamp(month - firstMonth + 1, 0, width - 1);

    int Cell(int area, int member, int part, int slot) => ((area * Members.Count + member) * partCount + part) * width + slot;

    int State(int area, int part, int slot) => (area * partCount + part) * width + slot;
}
