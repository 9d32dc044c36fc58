using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Formulas;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>
/// Summed parts by area, month and members found in the rows: values of a histogram, or codes of a long list. Only what occurs is kept, so that
/// hundreds of codes or days cost no more than the rows there are.
/// </summary>
sealed class FoundCube(Panel panel, IndicatorDefinition definition)
{
    readonly record struct Key(int Month, int Group, int Member);

    readonly Dictionary<Key, Int128[]>[] open = Array.ConvertAll(new int[panel.Areas.Count], _ => new Dictionary<Key, Int128[]>());
    readonly List<string> names = [];
    readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    // Whether all parts are flows: then nothing before the first month of a period counts.
    readonly bool isFlow = definition.PartKinds.All(kind => kind == OverTime.Flow);
    (Key Key, Int128[] Parts)[][] cells = [];
    int[] ranks = [];

    /// <param name="group">Member of the breakdown; empty for totals.</param>
    /// <param name="member">Member that the formula works over.</param>
    public void Add(int area, string group, string member, int month, int part, Int128 sum)
    {
        var key = new Key(month, PlaceOf(group), PlaceOf(member));
        if (!open[area].TryGetValue(key, out var parts)) open[area].Add(key, parts = new Int128[definition.PartNames.Length]);
        parts[part] += sum;
    }

    /// <summary>Sums children into parents; afterwards an area's cells stand in the order of their months.</summary>
    public void RollUp()
    {
        if (definition.Header.Areas == AreaRule.RolledUp)
            for (var area = panel.Areas.Count - 1; area >= 0; area--)
                if (panel.Areas[area].Parent is >= 0 and var parent)
                    foreach (var (key, parts) in open[area])
                    {
                        if (!open[parent].TryGetValue(key, out var sums)) open[parent].Add(key, sums = new Int128[parts.Length]);
                        for (var part = 0; part < parts.Length; part++) sums[part] += parts[part];
                    }
        cells = Array.ConvertAll(open, area => area.Select(x => (x.Key, x.Value)).OrderBy(x => x.Key.Month).ToArray());
        Array.Clear(open);
        ranks = new int[names.Count];
        foreach (var (place, rank) in Enumerable.Range(0, names.Count).OrderBy(x => names[x].Length).ThenBy(x => names[x], StringComparer.Ordinal).Select((place, rank) => (place, rank)))
            ranks[place] = rank;
    }

    /// <summary>The sums of every member that has any in these months, by each part's kind, in the order of the members.</summary>
    public MemberParts[] Over(int area, string group, int first, int last)
    {
        var sums = new Dictionary<int, Int128[]>();
        var wanted = places.GetValueOrDefault(group, -1);
        for (var cell = isFlow ? FirstOf(cells[area], first) : 0; cell < cells[area].Length; cell++)
        {
            var (key, parts) = cells[area][cell];
            if (key.Month > last) break;
            if (key.Group != wanted) continue;
            for (var part = 0; part < parts.Length; part++)
            {
                if (parts[part] == 0 || !Counts(definition.PartKinds[part], key.Month, first, last)) continue;
                if (!sums.TryGetValue(key.Member, out var sum)) sums.Add(key.Member, sum = new Int128[parts.Length]);
                sum[part] += parts[part];
            }
        }
        var found = sums.Keys.ToArray();
        Array.Sort(Array.ConvertAll(found, member => ranks[member]), found);
        return Array.ConvertAll(found, member => new MemberParts(names[member], sums[member]));
    }

    // The place of the first cell of this month or a later one.
    static int FirstOf((Key Key, Int128[] Parts)[] cells, int month)
    {
        var (low, high) = (0, cells.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cells[middle].Key.Month < month) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    static bool Counts(OverTime kind, int month, int first, int last) => kind switch
    {
        OverTime.Flow => month >= first,
        OverTime.StockAtStart => month < first,
        OverTime.StockAtEnd => true,
        OverTime.LevelAtEnd => month == last,
        _ => month == last - last % 12,
    };

    int PlaceOf(string name)
    {
        if (places.TryGetValue(name, out var place)) return place;
        places.Add(name, names.Count);
        names.Add(name);
        return names.Count - 1;
    }
}
