using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Resources;

/// <summary>A01 每万名劳动者服务人员数, A03 服务人员持证率.</summary>
static class Staffing
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var perTenThousand = new PartTable(new FigureKind("A01", "", timeline, grid => grid.Years)
        {
            IsStock = true,
            Scale = 10_000,
            Divisor = 100,
            MembersShareTheWhole = true,
        });
        foreach (var force in log.Of<LabourForce>()) perTenThousand.StateWhole(force.December, force.Persons);
        var certified = new PartTable(new FigureKind("A03", "", timeline, grid => grid.QuartersAndYears) { IsStock = true, MembersShareTheWhole = true });
        foreach (var member in log.Of<StaffMember>().Where(member => member.InPublicService))
        {
            var from = Timeline.MonthOf(member.From);
            int? until = member.To > 0 ? Timeline.MonthOf(member.To) : null;
            perTenThousand.Stay(from, until, member.FullTimeHundredths, 0, new Member("staff_level", member.Level));
            certified.Stay(from, until, 0, 1);
            if (member.Certificate.Length == 0 || member.Issued == 0) continue;
            // A certificate counts through the month in which it ends.
            int? invalid = member.ValidTo > 0 ? Timeline.MonthOf(member.ValidTo) + 1 : null;
            certified.Stay(Math.Max(from, Timeline.MonthOf(member.Issued)), Math.Min(until ?? int.MaxValue, invalid ?? int.MaxValue), 1, 0, new Member("certificate_kind", member.Certificate));
        }
        return [perTenThousand, certified];
    }
}
