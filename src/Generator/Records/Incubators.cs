using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A place where start-ups are housed.</summary>
sealed record Incubator(string Id, string Name, string Grade, long AreaHundredths, int Opened, int Closed, int District);

/// <summary>创业孵化基地.</summary>
sealed class Incubators(Scene scene) : RecordTable<Incubator>("incubator", scene)
{
    const int PerCity = 4;

    static readonly string[] Grades = ["国家级", "省级", "市级", "县级"];

    protected override IEnumerable<Incubator> Records()
    {
        for (var number = 0; number < PerCity; number++)
        {
            var draw = Scene.Draw("incubator", number);
            var opened = Scene.Timeline.FirstDay - draw.Between(-200, 2500);
            yield return new(
                Scene.Id("FH", number), $"合成创业孵化基地{number + 1}", Grades[draw.Below(Grades.Length)], draw.Between(800, 20_000) * 100L, opened,
                draw.PerMille(150) ? Scene.Known(opened + draw.Between(300, 3000)) : 0, Scene.SomeDistrict(ref draw));
        }
    }

    protected override int DayOf(Incubator incubator) => incubator.Opened;

    protected override Incubator? Before(Incubator incubator, ref Draw draw) => incubator.Closed > 0 ? incubator with { Closed = 0 } : null;

    protected override Cell[] Cells(Incubator incubator) =>
    [
        Cell.Of(incubator.Id), Cell.Of(incubator.Name), Cell.Of(incubator.Grade), Cell.Hundredths(incubator.AreaHundredths), Cell.Day(incubator.Opened),
        Cell.Day(incubator.Closed), Scene.Area(incubator.District), Cell.Empty,
    ];
}
