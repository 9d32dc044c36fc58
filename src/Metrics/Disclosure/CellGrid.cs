using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Disclosure;

/// <summary>One cell of a table of persons as it is stated; a total has an empty breakdown and member.</summary>
/// <param name="Number">Names the cell to whoever asks.</param>
/// <param name="Stated">It has a value today.</param>
/// <param name="Small">It is, or once was, about fewer persons than may be shown.</param>
/// <param name="Empty">It is about nobody.</param>
public readonly record struct PersonCell(int Number, int AreaCode, Period Period, string Breakdown, string Member, bool Stated, bool Small, bool Empty);

[Flags]
enum CellState : byte
{
    None = 0,

    /// <summary>The table speaks of this cell, if only to say that it is missing.</summary>
    Listed = 1,
    Stated = 2,
    Small = 4,
    Somebody = 8,
    Hidden = 16,

    /// <summary>Hidden together with others so that none of them can be worked out.</summary>
    Guarded = 32,
}

/// <summary>The cells of a table by the places of their area, period and member, so that neighbours are found by counting.</summary>
sealed class CellGrid
{
    readonly CellState[] states;
    readonly Dictionary<(string, string), int> memberPlaces;
    readonly Dictionary<Frequency, int> frequencyPlaces;
    readonly int firstMonth;
    readonly int months;

    public CellGrid(AreaTree areas, IReadOnlyCollection<PersonCell> cells)
    {
        Areas = areas;
        firstMonth = cells.Min(cell => cell.Period.Last.Index);
        months = cells.Max(cell => cell.Period.Last.Index) - firstMonth + 1;
        Members = [("", ""), .. cells.Select(cell => (cell.Breakdown, cell.Member)).Where(x => x.Breakdown.Length > 0).Distinct().Order()];
        Frequencies = [.. cells.Select(cell => cell.Period.Frequency).Distinct().Order()];
        frequencyPlaces = Frequencies.Select((frequency, place) => (frequency, place)).ToDictionary(x => x.frequency, x => x.place);
        memberPlaces = Members.Select((member, place) => (member, place)).ToDictionary(x => x.member, x => x.place);
        states = new CellState[areas.Count * Frequencies.Count * months * Members.Count];
        foreach (var cell in cells)
            states[IndexOf(cell)] |=
                CellState.Listed | (cell.Stated ? CellState.Stated : 0) | (cell.Small ? CellState.Small : 0) | (cell.Empty ? 0 : CellState.Somebody);
    }

    public AreaTree Areas { get; }

    /// <summary>Breakdown and member by place; the total has the place 0.</summary>
    public IReadOnlyList<(string Breakdown, string Member)> Members { get; }

    public IReadOnlyList<Frequency> Frequencies { get; }

    public int Count => states.Length;

    public CellState this[int cell]
    {
        get => states[cell];
        set => states[cell] = value;
    }

    /// <summary>Place of the period of this frequency that ends in the month, or −1 when the table knows none.</summary>
    public int PeriodPlace(Frequency frequency, int lastMonth) =>
        lastMonth < firstMonth || lastMonth >= firstMonth + months || !frequencyPlaces.TryGetValue(frequency, out var place) || Period.EndingIn(new Month(lastMonth), frequency) is null
            ? -1
            : place * months + lastMonth - firstMonth;

    public Period PeriodAt(int place) => Period.EndingIn(new Month(firstMonth + place % months), FrequencyOf(place))!.Value;

    public Frequency FrequencyOf(int place) => Frequencies[place / months];

    public int IndexOf(PersonCell cell) =>
        Index(Areas.PlaceOf(cell.AreaCode), PeriodPlace(cell.Period.Frequency, cell.Period.Last.Index), memberPlaces[(cell.Breakdown, cell.Member)]);

    public int Index(int area, int period, int member) => (area * Frequencies.Count * months + period) * Members.Count + member;

    public (int Area, int Period, int Member) Place(int cell) =>
        (cell / Members.Count / (Frequencies.Count * months), cell / Members.Count % (Frequencies.Count * months), cell % Members.Count);
}
