using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A family of which nobody worked; days are 0 where there is none.</summary>
sealed record ZeroJobFamily(string Id, int Certified, int FirstEmployed, int Cancelled, int District);

/// <summary>零就业家庭: most are cleared within the quarter.</summary>
sealed class ZeroJobFamilies(Scene scene) : RecordTable<ZeroJobFamily>("zero_job_family", scene)
{
    const int Share = 8;

    protected override IEnumerable<ZeroJobFamily> Records()
    {
        foreach (var (month, number) in Scene.Monthly(Share))
        {
            var draw = Scene.Draw("zero_job_family", number);
            var certified = Scene.DayIn(month, ref draw);
            var employed = draw.PerMille(880) ? Scene.Known(certified + draw.Between(0, draw.PerMille(850) ? 35 : 200)) : 0;
            yield return new(
                Scene.Id("LJ", number), certified, employed, draw.PerMille(employed > 0 ? 300 : 350) ? Scene.Known(certified + draw.Between(5, 150)) : 0, Scene.District(ref draw));
        }
    }

    protected override int DayOf(ZeroJobFamily family) => family.Certified;

    protected override ZeroJobFamily? Before(ZeroJobFamily family, ref Draw draw) =>
        family.FirstEmployed > 0 && draw.PerMille(500) ? family with { FirstEmployed = 0, Cancelled = 0 } : null;

    protected override Cell[] Cells(ZeroJobFamily family) =>
    [
        Cell.Of(family.Id), Cell.Day(family.Certified), Cell.Day(family.FirstEmployed), Cell.Day(family.Cancelled), Scene.Area(family.District), Cell.Empty,
    ];
}
