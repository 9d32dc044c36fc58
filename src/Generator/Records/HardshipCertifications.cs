using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A certification as a hardship person; days are 0 where there is none.</summary>
sealed record HardshipCertification(string Id, PersonNumber Person, string Kind, int Certified, int ValidTo, int Cancelled, bool Valid, int District);

/// <summary>就业困难人员认定: half of them of somebody who found work sooner or later.</summary>
sealed class HardshipCertifications(Scene scene) : RecordTable<HardshipCertification>("hardship_certification", scene)
{
    const int Share = 28;

    static readonly string[] Kinds = ["1", "2", "3", "4", "5", "6", "9"];

    protected override IEnumerable<HardshipCertification> Records()
    {
        foreach (var (month, number) in Scene.Monthly(Share))
        {
            var draw = Scene.Draw("hardship_certification", number);
            var job = draw.PerMille(560) ? Scene.Workforce.Near(ref draw, month, -1, 6) : null;
            var certified = Scene.DayIn(month, ref draw);
            yield return new(
                Scene.Id("KN", number), job?.Person ?? Scene.Stranger(ref draw, month, 35, 58), Kinds[draw.Weighted([360, 110, 140, 260, 50, 40, 40])], certified,
                draw.PerMille(700) ? certified + draw.Between(120, 1000) : 0, draw.PerMille(200) ? Scene.Known(certified + draw.Between(10, 700)) : 0,
                draw.PerMille(970), Scene.District(ref draw));
        }
    }

    protected override int DayOf(HardshipCertification certification) => certification.Certified;

    protected override HardshipCertification? Before(HardshipCertification certification, ref Draw draw) =>
        certification.Cancelled > 0 ? certification with { Cancelled = 0 } : draw.PerMille(30) ? certification with { Kind = "9", Valid = true } : null;

    protected override Cell[] Cells(HardshipCertification certification) =>
    [
        Cell.Of(certification.Id), Cell.Of(certification.Person.ToString()), Cell.Code(certification.Person.IsMale ? "1" : "2"), Cell.Code(certification.Kind),
        Cell.Day(certification.Certified), Cell.Day(certification.ValidTo), Cell.Day(certification.Cancelled), Scene.Area(certification.District),
        Cell.YesNo(certification.Valid), Cell.Empty,
    ];
}
