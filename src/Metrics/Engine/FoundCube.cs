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
    readonly record struct Row(int Bucket, int Group, int Member);

    readonly int partCount = definition.PartNames.Length;
    readonly bool isStated = definition.Header.Areas == AreaRule.Stated;
    // Whether all parts are flows: then nothing before the first month of a period counts.
    readonly bool isFlow = definition.PartKinds.All(kind => kind == OverTime.Flow);
    readonly List<(Row[] Rows, Int128[] Parts)> open = [];
    // By area and month; the keys are ranks of members within those of groups.
    readonly SummedMembers[] buckets = new SummedMembers[kept.Places.Count * axis.Width];
    string[] ranked = [];
    KeyedSums? ofPeriod;

    public void Add(PartRows rows)
    {
        var places = rows.Places;
        var slots = rows.Slots;
        var memberPlaces = rows.Members(memberColumn);
        var groupPlaces = groups is null ? default : rows.Members(groupColumn);
        var found = new Row[places.Length];
        var sources = new int[places.Length];
        var count = 0;
        for (var row = 0; row < places.Length; row++)
        {
            var (place, group, member) = (places[row], groups is null ? 0 : groupPlaces[row], memberPlaces[row]);
            if (place < 0 || group < 0 || member < 0 || isStated && !kept.Keeps(place)) continue;
            sources[count] = row;
            found[count++] = new Row(kept.SlotFor(place) * axis.Width + slots[row], group, member);
        }
        var parts = new Int128[count * partCount];
        for (var part = 0; part < partCount; part++)
        {
            var values = rows.Part(part);
            for (var row = 0; row < count; row++) parts[row * partCount + part] = values[sources[row]];
        }
        open.Add((found[..count], parts));
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
                foreach (var (batch, row) in order.AsSpan(starts[bucket]..starts[bucket + 1]))
                {
                    var (rows, parts) = open[batch];
                    sums.Add(rows[row].Group * ranked.Length + rankOf[rows[row].Member], parts.AsSpan(row * partCount, partCount));
                }
                if (!isStated)
                    foreach (var child in children[area]) sums.Add(buckets[bucket + (child - area) * axis.Width]);
                buckets[bucket] = sums.Take();
            }
        open.Clear();
    }

    /// <summary>The sums of every member that has any in these months, by each part's kind, in the order of the members.</summary>
    public MemberParts[] Over(int area, string group, int first, int last)
    {
        var wanted = groups?.PlaceOf(group) ?? 0;
        if (wanted < 0 || ranked.Length == 0) return [];
        var bucket = kept.SlotOf(area) * axis.Width;
        if (isFlow && first == last) return Members(buckets[bucket + axis.SlotOf(last)], wanted);

        var sums = ofPeriod ??= new KeyedSums((groups?.Names.Count ?? 1) * ranked.Length, partCount);
        Span<Int128> counted = stackalloc Int128[partCount];
        for (var slot = isFlow ? axis.SlotOf(first) : 0; slot <= axis.SlotOf(last); slot++)
        {
            var cells = buckets[bucket + slot];
            var end = cells.FirstFrom((wanted + 1) * ranked.Length);
            for (var cell = cells.FirstFrom(wanted * ranked.Length); cell < end; cell++)
            {
                var parts = cells.Of(cell).Span;
                for (var part = 0; part < partCount; part++) counted[part] = Counts(definition.PartKinds[part], slot, first, last) ? parts[part] : 0;
                sums.Add(cells.Keys[cell], counted);
            }
        }
        return Members(sums.Take(), wanted);
    }

    bool Counts(OverTime kind, int slot, int first, int last) => kind switch
    {
        OverTime.Flow => slot >= axis.SlotOf(first),
        OverTime.StockAtStart => slot <= axis.SlotOf(first - 1),
        OverTime.StockAtEnd => true,
        OverTime.LevelAtEnd => slot == axis.SlotOf(last),
        _ => slot == axis.SlotOf(MonthAxis.January(last)),
    };

    MemberParts[] Members(SummedMembers cells, int group)
    {
        var first = cells.FirstFrom(group * ranked.Length);
        var found = new MemberParts[cells.FirstFrom((group + 1) * ranked.Length) - first];
        for (var place = 0; place < found.Length; place++)
            found[place] = new MemberParts(ranked[cells.Keys[first + place] - group * ranked.Length], cells.Of(first + place));
        return found;
    }

    // The rows in the order of their buckets.
    (int Batch, int Row)[] ByBucket(out int[] starts)
    {
        starts = new int[buckets.Length + 1];
        foreach (var (rows, _) in open)
            foreach (var row in rows) starts[row.Bucket + 1]++;
        for (var bucket = 0; bucket < buckets.Length; bucket++) starts[bucket + 1] += starts[bucket];
        var next = starts.AsSpan(0, buckets.Length).ToArray();
        var order = new (int, int)[starts[^1]];
        for (var batch = 0; batch < open.Count; batch++)
            for (var row = 0; row < open[batch].Rows.Length; row++) order[next[open[batch].Rows[row].Bucket]++] = (batch, row);
        return order;
    }
}
