using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A community or village; the day of its end is 0 while it is there.</summary>
sealed record Community(string Id, string Name, string Kind, int Opened, int Closed, int District)
{
    public bool IsThere(int month) => Timeline.MonthOf(Opened) <= month && (Closed == 0 || Timeline.MonthOf(Closed) > month);
}

/// <summary>社区（村）名录.</summary>
sealed class Communities(Scene scene) : RecordTable<Community>("community", scene)
{
    const int Fewest = 12, PerDistrict = 5;

    protected override IEnumerable<Community> Records()
    {
        for (var number = 0; number < Fewest + PerDistrict * Scene.City.Districts.Length; number++)
        {
            var draw = Scene.Draw("community", number);
            var kind = draw.Weighted([620, 380]);
            var opened = Scene.Timeline.FirstDay + (draw.PerMille(900) ? -draw.Between(30, 9000) : draw.Between(0, Scene.Timeline.Months * 25));
            yield return new(
                Scene.Id("SQ", number), $"合成第{number + 1}{(kind == 0 ? "社区" : "村")}", Events.Choices.Digit(kind + 1), opened,
                draw.PerMille(60) ? Scene.Known(Math.Max(opened, Scene.Timeline.FirstDay) + draw.Between(20, 900)) : 0, Scene.SomeDistrict(ref draw));
        }
    }

    protected override int DayOf(Community community) => community.Opened;

    protected override Community? Before(Community community, ref Draw draw) =>
        community.Closed > 0 ? community with { Closed = 0 } : draw.PerMille(30) ? community with { Kind = "1" } : null;

    protected override Cell[] Cells(Community community) =>
    [
        Cell.Of(community.Id), Cell.Of(community.Name), Cell.Code(community.Kind), Cell.Of("合成街道"), Scene.Area(community.District),
        Cell.Day(community.Opened), Cell.Day(community.Closed), Cell.Empty,
    ];
}
