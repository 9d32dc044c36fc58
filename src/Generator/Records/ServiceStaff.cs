using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>Somebody who works in employment services; days are 0 and the certificate is empty where there is none.</summary>
sealed record StaffMember(
    string Id, PersonNumber Person, string Level, int FullTimeHundredths, bool InPublicService, int From, int To, string Certificate, int Issued, int ValidTo, int District)
{
    public bool IsOnDuty(int month) => Timeline.MonthOf(From) <= month && (To == 0 || Timeline.MonthOf(To) > month);
}

/// <summary>服务人员: some part-time, some of other services, many with a certificate.</summary>
sealed class ServiceStaff(Scene scene) : RecordTable<StaffMember>("service_staff", scene)
{
    const int Fewest = 14, PerDistrict = 5;

    protected override IEnumerable<StaffMember> Records()
    {
        for (var number = 0; number < Fewest + PerDistrict * Scene.City.Districts.Length; number++)
        {
            var draw = Scene.Draw("service_staff", number);
            var from = Scene.Timeline.FirstDay + (draw.PerMille(750) ? -draw.Between(30, 3000) : draw.Between(0, Scene.Timeline.Months * 25));
            var to = draw.PerMille(220) ? Scene.Known(Math.Max(from, Scene.Timeline.FirstDay) + draw.Between(20, 900)) : 0;
            var certificate = draw.PerMille(680) ? Choices.Digit(draw.Weighted([400, 350, 150, 100]) + 1) : "";
            // Some pass the examination only on the job, and some have a certificate of which the day was never noted.
            var issued = certificate.Length > 0 && draw.PerMille(970) ? Scene.Known(from + draw.Between(-900, 700)) : 0;
            var validTo = issued > 0 && draw.PerMille(450) ? issued + draw.Between(500, 1800) : 0;
            yield return new(
                Scene.Id("RY", number), Scene.Stranger(ref draw, Scene.Timeline.First, 22, 55), Choices.Digit(draw.Weighted([450, 300, 250]) + 1),
                draw.PerMille(800) ? 100 : draw.Between(10, 95), draw.PerMille(920), from, to, certificate, issued, validTo, Scene.District(ref draw));
        }
    }

    protected override int DayOf(StaffMember member) => member.From;

    protected override StaffMember? Before(StaffMember member, ref Draw draw) =>
        member.To > 0 ? member with { To = 0 } : draw.PerMille(40) ? member with { FullTimeHundredths = 50 } : null;

    protected override Cell[] Cells(StaffMember member) =>
    [
        Cell.Of(member.Id), Cell.Of(member.Person.ToString()), Scene.Area(member.District), Cell.Code(member.Level), Cell.Hundredths(member.FullTimeHundredths),
        Cell.YesNo(member.InPublicService), Cell.Day(member.From), Cell.Day(member.To), Cell.Code(member.Certificate), Cell.Day(member.Issued),
        Cell.Day(member.ValidTo), Cell.Empty,
    ];
}
