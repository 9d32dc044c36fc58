using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>Somebody on the list of a key group; days are 0 and the place is empty where there is none.</summary>
sealed record RosterEntry(string Id, PersonNumber Person, string Group, bool JobWill, int Entered, int Left, int District)
{
    public string Education { get; init; } = "";
    public int Contacted { get; init; }
    public int Employed { get; init; }
    public int Prepared { get; init; }
    public string WorkingPlace { get; init; } = "";
}

/// <summary>重点群体实名台账: graduates, hardship persons, people lifted out of poverty, veterans, migrant workers.</summary>
sealed class KeyGroupRosters(Scene scene) : RecordTable<RosterEntry>("key_group_roster", scene)
{
    const int Share = 36;

    protected override IEnumerable<RosterEntry> Records()
    {
        foreach (var (month, number) in Scene.Monthly(Share))
        {
            var draw = Scene.Draw("key_group_roster", number);
            var group = 1 + draw.Weighted([330, 150, 280, 90, 150]);
            var entered = Scene.DayIn(month, ref draw);
            var employed = draw.PerMille(group == 3 ? 800 : 520) ? Scene.Known(entered + draw.Between(-60, 300)) : 0;
            yield return new RosterEntry(
                Scene.Id("SM", number), Scene.Stranger(ref draw, month, 19, group == 1 ? 26 : 55), Choices.Digit(group), draw.PerMille(930), entered,
                draw.PerMille(250) ? Scene.Known(entered + draw.Between(30, 700)) : 0, Scene.District(ref draw))
            {
                Education = Choices.Education(ref draw),
                Contacted = draw.PerMille(900) ? Scene.Known(entered + draw.Between(-10, 60)) : 0,
                Employed = employed,
                Prepared = draw.PerMille(300) ? Scene.Known(entered + draw.Between(-30, 250)) : 0,
                WorkingPlace = employed > 0 && draw.PerMille(950) ? Choices.Digit(draw.Weighted([400, 250, 350]) + 1) : "",
            };
        }
    }

    protected override int DayOf(RosterEntry entry) => entry.Entered;

    protected override RosterEntry? Before(RosterEntry entry, ref Draw draw) => draw.PerMille(250) ? entry with { Left = 0, Contacted = 0, Employed = 0, WorkingPlace = "" } : null;

    protected override Cell[] Cells(RosterEntry entry) =>
    [
        Cell.Of(entry.Id), Cell.Of(entry.Person.ToString()), Cell.Code(entry.Group), Cell.Code(entry.Person.IsMale ? "1" : "2"), Cell.Code(entry.Education),
        Cell.Day(entry.Entered), Cell.Day(entry.Left), Cell.YesNo(entry.JobWill), Cell.Day(entry.Contacted), Cell.Day(entry.Employed), Cell.Day(entry.Prepared),
        Cell.Code(entry.WorkingPlace), entry.Group == "2" ? Cell.YesNo(entry.Entered % 2 == 0) : Cell.Empty, Scene.Area(entry.District), Cell.Empty,
    ];
}
