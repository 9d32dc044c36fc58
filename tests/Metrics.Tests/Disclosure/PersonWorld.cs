using DemoCityAnalytics.Metrics.Disclosure;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Tests.Disclosure;

/// <summary>
/// A made-up table of persons with all its sums, and the equations that any reader knows to hold between its cells. Districts show totals alone;
/// with <c>withGaps</c> a cell about nobody is not stated, as a rate whose denominator is zero.
/// </summary>
sealed class PersonWorld
{
    static readonly (int Code, int? Parent)[] Areas =
    [
        (0, null), (130000, 0), (510000, 0), (130100, 130000), (130200, 130000), (510100, 510000),
        (130102, 130100), (130104, 130100), (130105, 130100), (130202, 130200), (130203, 130200), (510104, 510100), (510105, 510100),
    ];

    static readonly (string Breakdown, string Member)[] Members = [("", ""), ("sex", "1"), ("sex", "2"), ("form", "1"), ("form", "2"), ("form", "3")];
    static readonly Month January = new(2024, 1);

    // So that twelve months up to one are not only the year.
    const int Months = 14;

    // Names a part of a month, which no table shows: up to the 20th, and after it.
    const int UpToThe20th = -1, After = -2;

    readonly Dictionary<(int Area, string Breakdown, string Member, int Month, int Part), int> counts = [];
    readonly bool adds;

    public PersonWorld(int seed, bool adds, int largest, bool withGaps)
    {
        this.adds = adds;
        var random = new Random(seed);
        foreach (var (district, _) in Areas.Where(area => Children(area.Code).Count == 0))
            for (var month = 0; month < Months; month++)
                for (var persons = random.Next(largest); persons > 0; persons--)
                {
                    var (sex, form) = (random.Next(1, 3).ToString(System.Globalization.CultureInfo.InvariantCulture), random.Next(1, 4).ToString(System.Globalization.CultureInfo.InvariantCulture));
                    var part = random.Next(3) == 0 ? After : UpToThe20th;
                    foreach (var area in Tree.WithAbove(Tree.PlaceOf(district)).Select(place => Tree.Codes[place]))
                        foreach (var (breakdown, member) in new[] { ("", ""), ("sex", sex), ("form", form) })
                            counts[(area, breakdown, member, month, part)] = counts.GetValueOrDefault((area, breakdown, member, month, part)) + 1;
                }
        Cells = [.. from area in Areas
                    from frequency in adds ? Enum.GetValues<Frequency>() : [Frequency.Month, Frequency.Quarter, Frequency.Year]
                    from month in Enumerable.Range(0, Months)
                    let period = Period.EndingIn(January + month, frequency)
                    where period is not null && period.Value.First >= January
                    from member in Members
                    where member.Member.Length == 0 || Children(area.Code).Count > 0
                    let count = Count(area.Code, period.Value, member.Breakdown, member.Member)
                    select new PersonCell(0, area.Code, period.Value, member.Breakdown, member.Member, !withGaps || count > 0, count is > 0 and < 10, count == 0)];
    }

    public AreaTree Tree { get; } = new(Areas);

    public IReadOnlyList<PersonCell> Cells { get; }

    /// <summary>Sums that hold in the table: the first cell is the sum of the others.</summary>
    public IEnumerable<(PersonCell Sum, IReadOnlyList<PersonCell> Terms)> Equations()
    {
        var byPlace = Cells.ToDictionary(cell => (cell.AreaCode, cell.Period, cell.Breakdown, cell.Member));
        foreach (var cell in Cells.Where(cell => cell.Stated))
        {
            PersonCell In(int area) => byPlace[(area, cell.Period, cell.Breakdown, cell.Member)];
            PersonCell At(Period period) => byPlace[cell with { Period = period } is var x ? (x.AreaCode, period, x.Breakdown, x.Member) : default];
            if (Children(cell.AreaCode) is { Count: > 0 } children && byPlace.ContainsKey((children[0], cell.Period, cell.Breakdown, cell.Member)))
                yield return (cell, children.ConvertAll(In));
            if (cell.Member.Length == 0 && Children(cell.AreaCode).Count > 0)
                foreach (var breakdown in Members.Where(x => x.Member.Length > 0).GroupBy(x => x.Breakdown))
                    yield return (cell, [.. breakdown.Select(x => byPlace[(cell.AreaCode, cell.Period, x.Breakdown, x.Member)])]);
            if (cell.Period.Frequency == Frequency.ReportMonth) yield return (cell, [Part(cell, cell.Period.First, After), Part(cell, cell.Period.Last, UpToThe20th)]);
            if (cell.Period.Frequency == Frequency.Month && adds) yield return (cell, [Part(cell, cell.Period.Last, UpToThe20th), Part(cell, cell.Period.Last, After)]);
            if (cell.Period.Frequency is Frequency.Month or Frequency.ReportMonth) continue;
            var months = Enumerable.Range(0, cell.Period.Months).Select(i => Period.EndingIn(cell.Period.First + i, Frequency.Month)!.Value).ToList();
            yield return (cell, adds ? months.ConvertAll(At) : [At(months[^1])]);
        }
    }

    static PersonCell Part(PersonCell cell, Month month, int part) =>
        new(part, cell.AreaCode, Period.EndingIn(month, Frequency.Month)!.Value, cell.Breakdown, cell.Member, Stated: false, Small: false, Empty: false);

    static List<int> Children(int area) => [.. Areas.Where(x => x.Parent == area).Select(x => x.Code)];

    int Count(int area, Period period, string breakdown, string member) =>
        (from month in Enumerable.Range(0, Months)
         from part in new[] { UpToThe20th, After }
         let counted = period.Frequency != Frequency.ReportMonth ? January + month : January + month + (part == After ? 1 : 0)
         where adds ? period.CountedFrom <= counted && counted <= period.Last : period.Last == counted
         select counts.GetValueOrDefault((area, breakdown, member, month, part))).Sum();
}
