using System.Runtime.InteropServices;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Formulas;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>
/// Summed parts by area, month and members found in the rows: values of a histogram, or codes of a long list. Only what occurs is kept, so that
/// hundreds of codes or days cost no more than the rows there are.
/// </summary>
/// <param name="groupColumn">Place of the breakdown among the columns of <see cref="PartRows"/>, or <see cref="PartCube.Total"/>.</param>
/// <param name="groups">Its members; null for totals.</param>
sealed class FoundCube(IndicatorDefinition definition, KeptAreas kept, int groupColumn, MemberNames? groups, int memberColumn, MemberNames members, MonthAxis axis)
{
    readonly int partCount = definition.PartNames.Length;
    // Whether all parts are flows: then nothing before the first month of a period counts.
    readonly bool isFlow = definition.PartKinds.All(kind => kind == OverTime.Flow);

    // Rows as they come, and after the roll-up the cells of each area and month, in the order of their keys.
    readonly List<(int Bucket, int Group, int Member)> open = [];
    readonly List<Int128> openParts = [];
    readonly List<int> keys = [];
    readonly List<Int128> parts = [];
    readonly (int Start, int End)[] buckets = new (int, int)[kept.Places.Count * axis.Width];
    string[] ranked = [];
    KeyedSums? ofPeriod;

    public void Add(PartRows rows)
    {
        var isStated = definition.Header.Areas == AreaRule.Stated;
        var places = rows.Places;
        var slots = rows.Slots;
        var memberPlaces = rows.Members(memberColumn);
        var groupPlaces = groups is null ? default : rows.Members(groupColumn);
        for (var row = 0; row < places.Length; row++)
        {
            var (place, group, member) = (places[row], groups is null ? 0 : groupPlaces[row], memberPlaces[row]);
            if (place < 0 || group < 0 || member < 0 || isStated && !kept.Keeps(place)) continue;
            open.Add((kept.SlotFor(place) * axis.Width + slots[row], group, member));
            for (var part = 0; part < partCount; part++) openParts.Add(rows.Part(part)[row]);
        }
    }

    /// <summary>Sums equal members, and children into parents.</summary>
    public void RollUp()
    {
        // Shorter names first, so that numbers stand in their order.
        ranked = [.. members.Names.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
        var rankOf = new int[ranked.Length];
        for (var rank = 0; rank < ranked.Length; rank++) rankOf[members.PlaceOf(ranked[rank])] = rank;

        var order = ByBucket(out var starts);
        var children = kept.Places.Select((_, area) => area).ToLookup(area => kept.Parents[area]);
        var sums = new KeyedSums((groups?.Names.Count ?? 1) * ranked.Length, partCount);
        for (var area = kept.Places.Count - 1; area >= 0; area--)
            for (var bucket = area * axis.Width; bucket < (area + 1) * axis.Width; bucket++)
            {
                foreach (var row in order.AsSpan(starts[bucket]..starts[bucket + 1]))
                    sums.Add(open[row].Group * ranked.Length + rankOf[open[row].Member], Of(openParts, row));
                if (definition.Header.Areas == AreaRule.RolledUp)
                    foreach (var child in children[area])
                        AddCells(sums, buckets[bucket + (child - area) * axis.Width]);
                var start = keys.Count;
                sums.MoveTo(keys, parts);
                buckets[bucket] = (start, keys.Count);
            }
        open.Clear();
        openParts.Clear();
    }

    /// <summary>The sums of every member that has any in these months, by each part's kind, in the order of the members.</summary>
    public MemberParts[] Over(int area, string group, int first, int last)
    {
        var wanted = groups?.PlaceOf(group) ?? 0;
        if (wanted < 0 || ranked.Length == 0) return [];
        var bucket = kept.SlotOf(area) * axis.Width;
        if (isFlow && first == last) return Members(keys, parts, OfGroup(buckets[bucket + axis.SlotOf(last)], wanted), wanted);

        var sums = ofPeriod ??= new KeyedSums(ranked.Length, partCount);
        Span<Int128> counted = stackalloc Int128[partCount];
        for (var slot = isFlow ? axis.SlotOf(first) : 0; slot <= axis.SlotOf(last); slot++)
        {
            var (start, end) = OfGroup(buckets[bucket + slot], wanted);
            for (var cell = start; cell < end; cell++)
            {
                for (var part = 0; part < partCount; part++) counted[part] = Counts(definition.PartKinds[part], slot, first, last) ? parts[cell * partCount + part] : 0;
                sums.Add(keys[cell] - wanted * ranked.Length, counted);
            }
        }
        var (members, totals) = (new List<int>(), new List<Int128>());
        sums.MoveTo(members, totals);
        return Members(members, totals, (0, members.Count), 0);
    }

    bool Counts(OverTime kind, int slot, int first, int last) => kind switch
    {
        OverTime.Flow => slot >= axis.SlotOf(first),
        OverTime.StockAtStart => slot <= axis.SlotOf(first - 1),
        OverTime.StockAtEnd => true,
        OverTime.LevelAtEnd => slot == axis.SlotOf(last),
        _ => slot == axis.SlotOf(MonthAxis.January(last)),
    };

    MemberParts[] Members(List<int> keys, List<Int128> parts, (int Start, int End) cells, int group)
    {
        var found = new MemberParts[cells.End - cells.Start];
        for (var cell = cells.Start; cell < cells.End; cell++)
            found[cell - cells.Start] = new MemberParts(ranked[keys[cell] - group * ranked.Length], Of(parts, cell).ToArray());
        return found;
    }

    // The cells of one group among those of a bucket, which stand in the order of groups.
    (int Start, int End) OfGroup((int Start, int End) cells, int group) => groups is null ? cells
        : (FirstFrom(cells, group * ranked.Length), FirstFrom(cells, (group + 1) * ranked.Length));

    int FirstFrom((int Start, int End) cells, int key)
    {
        var found = keys.BinarySearch(cells.Start, cells.End - cells.Start, key, null);
        return found < 0 ? ~found : found;
    }

    void AddCells(KeyedSums sums, (int Start, int End) cells)
    {
        for (var cell = cells.Start; cell < cells.End; cell++) sums.Add(keys[cell], Of(parts, cell));
    }

    ReadOnlySpan<Int128> Of(List<Int128> sums, int row) => CollectionsMarshal.AsSpan(sums).Slice(row * partCount, partCount);

    // The rows' places in the order of their buckets.
    int[] ByBucket(out int[] starts)
    {
        starts = new int[buckets.Length + 1];
        foreach (var (bucket, _, _) in open) starts[bucket + 1]++;
        for (var bucket = 0; bucket < buckets.Length; bucket++) starts[bucket + 1] += starts[bucket];
        var next = starts.AsSpan(0, buckets.Length).ToArray();
        var order = new int[open.Count];
        for (var row = 0; row < order.Length; row++) order[next[open[row].Bucket]++] = row;
        return order;
    }
}
