using Apache.Arrow;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>A batch of an indicator's rows as cubes take them: panel places, month slots, places of members, and parts.</summary>
sealed class PartRows(Panel panel, MonthAxis axis, int partCount, IReadOnlyList<MemberNames> columns)
{
    // Area, month and the columns of members stand before the parts.
    const int MembersFrom = 2;

    readonly int[][] members = new int[columns.Count][];
    readonly Int128[][] parts = new Int128[partCount][];
    readonly bool[][] given = new bool[partCount][];
    int[] places = [];
    int[] slots = [];

    public int Count { get; private set; }

    /// <summary>Panel places; −1 for rows outside the panel, and for those after the last month, where nothing is asked.</summary>
    public ReadOnlySpan<int> Places => places.AsSpan(0, Count);

    public ReadOnlySpan<int> Slots => slots.AsSpan(0, Count);

    public ReadOnlySpan<int> Members(int column) => members[column].AsSpan(0, Count);

    public ReadOnlySpan<Int128> Part(int part) => parts[part].AsSpan(0, Count);

    /// <summary>Whether a part says anything: an empty one states no level.</summary>
    public ReadOnlySpan<bool> Given(int part) => given[part].AsSpan(0, Count);

    public void Read(RecordBatch batch)
    {
        Resize(batch.Length);
        var areas = ((Int32Array)batch.Column(0)).Values;
        var months = ((Int32Array)batch.Column(1)).Values;
        var (area, place) = (int.MinValue, -1);
        for (var row = 0; row < Count; row++)
        {
            if (areas[row] != area) (area, place) = (areas[row], panel.PlaceOf(areas[row]));
            places[row] = months[row] > axis.Last ? -1 : place;
            slots[row] = axis.SlotOf(months[row]);
        }
        for (var column = 0; column < members.Length; column++) columns[column].Read(batch.Column(MembersFrom + column), members[column]);
        for (var part = 0; part < partCount; part++)
        {
            var column = batch.Column(MembersFrom + members.Length + part);
            WholeNumbers.Read(column, parts[part]);
            for (var row = 0; row < Count; row++)
                if (!(given[part][row] = !column.IsNull(row))) parts[part][row] = 0;
        }
    }

    void Resize(int count)
    {
        Count = count;
        if (places.Length >= count) return;
        (places, slots) = (new int[count], new int[count]);
        for (var column = 0; column < members.Length; column++) members[column] = new int[count];
        for (var part = 0; part < partCount; part++) (parts[part], given[part]) = (new Int128[count], new bool[count]);
    }
}
