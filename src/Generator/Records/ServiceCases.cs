using System.Globalization;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A handled case; times in seconds and days are 0 where there is none.</summary>
sealed record ServiceCase(string CaseNo, PersonNumber? Person, string Item, string Kind, string Channel, int District, long Accepted)
{
    public long Reviewed { get; init; }
    public long Implemented { get; init; }
    public long Closed { get; init; }
    public long HandedOver { get; init; }
    public long TargetAccepted { get; init; }
    public int Due { get; init; }
    public int? Visits { get; init; }
    public bool? OfflineStep { get; init; }
    public bool? BackFilled { get; init; }

    public int AcceptedDay => (int)(Accepted / 86_400);
    public int ClosedDay => (int)(Closed / 86_400);
    public bool IsClosed => Closed > 0;
    public int ClosedMonth => Timeline.MonthOf(ClosedDay);
}

/// <summary>服务办件: first services of registered unemployed, services of key groups, and cases of everybody else.</summary>
sealed class ServiceCases(Scene scene) : RecordTable<ServiceCase>("service_case", scene)
{
    const int Share = 55;

    // Calendar days promised for each kind of case, 1 to 8.
    static readonly int[] Promised = [3, 3, 7, 10, 20, 15, 20, 30];

    readonly Dictionary<int, int> _numbers = [];

    protected override IEnumerable<ServiceCase> Records()
    {
        var spell = 0;
        foreach (var unemployed in Scene.Log.Of<UnemploymentSpell>().Where(spell => !spell.Person.Broken))
        {
            var draw = Scene.Draw("service_case first", spell++);
            var accepted = unemployed.Registered + draw.Between(0, draw.PerMille(850) ? 13 : 60);
            if (draw.PerMille(620) && IsInRun(accepted)) yield return Case(ref draw, accepted, unemployed.Person, 2 + draw.Below(4), unemployed.District);
        }
        var listed = 0;
        foreach (var entry in Scene.Log.Of<RosterEntry>())
        {
            var draw = Scene.Draw("service_case listed", listed++);
            // Guidance, placement, and training or assistance: who is on a list of a key group is to get all three.
            foreach (var kind in new[] { 2, 3, 4 + draw.Below(2) })
            {
                var accepted = entry.Entered + draw.Between(-15, 150);
                if (draw.PerMille(720) && IsInRun(accepted)) yield return Case(ref draw, accepted, entry.Person, kind, entry.District);
            }
        }
        foreach (var (month, number) in Scene.Monthly(Share))
        {
            var draw = Scene.Draw("service_case", number);
            PersonNumber? person = draw.PerMille(900) ? Scene.Stranger(ref draw, month, 18, 58) : null;
            yield return Case(ref draw, Scene.DayIn(month, ref draw), person, draw.Weighted([240, 130, 110, 110, 70, 80, 90, 170]), Scene.District(ref draw));
        }
    }

    bool IsInRun(int day) => day >= Scene.Timeline.FirstDay && day <= Scene.Timeline.LastDay;

    ServiceCase Case(ref Draw draw, int day, PersonNumber? person, int kind, int district)
    {
        var accepted = Scene.At(day, draw.Between(8 * 3600, 17 * 3600));
        var closed = Known(Scene.At(day + draw.Between(0, Promised[kind] * (draw.PerMille(900) ? 1 : 2)), draw.Between(17 * 3600, 18 * 3600)), draw.PerMille(970));
        var channel = 1 + draw.Weighted([380, 180, 210, 150, 80]);
        var handedOver = draw.PerMille(150) ? accepted + draw.Between(60, 3000) : 0;
        return new ServiceCase(NextNumber(day), person, Scene.Id("SX", draw.Below(48)), Choices.Digit(kind + 1), Choices.Digit(channel), district, accepted)
        {
            Due = draw.PerMille(930) ? day + Promised[kind] : 0,
            Reviewed = draw.PerMille(950) ? accepted + draw.Between(0, 1800) : 0,
            Implemented = closed > 0 && draw.PerMille(930) ? closed - draw.Between(0, 1) * 600 : 0,
            Closed = closed,
            Visits = draw.PerMille(40) ? null : channel == 1 ? draw.Between(1, 3) : draw.Weighted([800, 150, 50]),
            HandedOver = handedOver,
            TargetAccepted = handedOver > 0 && draw.PerMille(950) ? Known(handedOver + (draw.PerMille(850) ? 1200 : 86_400 * draw.Between(1, 4)), true) : 0,
            OfflineStep = draw.PerMille(500) ? draw.PerMille(90) : null,
            BackFilled = draw.PerMille(500) ? draw.PerMille(70) : null,
        };
    }

    long Known(long time, bool happened) => happened && time < Scene.At(Scene.Timeline.LastDay + 1, 0) ? time : 0;

    // The number by which ratings name the case.
    string NextNumber(int day)
    {
        var month = Timeline.MonthOf(day);
        var ordinal = _numbers[month] = _numbers.GetValueOrDefault(month, -1) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"BJ{Scene.City.Code}{month % 1200:0000}{ordinal:0000000}");
    }

    protected override int DayOf(ServiceCase handled) => handled.AcceptedDay;

    protected override ServiceCase? Before(ServiceCase handled, ref Draw draw) =>
        handled.IsClosed && draw.PerMille(120) ? handled with { Closed = 0, Implemented = 0 }
        : draw.PerMille(20) ? handled with { Channel = "1", Visits = 5, Due = 0 }
        : null;

    protected override Cell[] Cells(ServiceCase handled) =>
    [
        Cell.Of(handled.CaseNo), Cell.Of(handled.Person?.ToString() ?? ""), Cell.Of(handled.Item), Cell.Code(handled.Kind), Cell.Moment(handled.Accepted),
        Cell.Moment(handled.Reviewed), Cell.Moment(handled.Implemented), Cell.Day(handled.Due), Cell.Moment(handled.Closed), Cell.Code(handled.Channel),
        handled.Visits is { } visits ? Cell.Of(visits) : Cell.Empty, Cell.Moment(handled.HandedOver), Cell.Moment(handled.TargetAccepted),
        YesNo(handled.OfflineStep), YesNo(handled.BackFilled), Cell.Of("综合窗口"), Scene.Area(handled.District), Cell.Empty,
    ];
}
