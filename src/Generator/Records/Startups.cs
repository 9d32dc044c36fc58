using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A start-up that was supported.</summary>
sealed record Startup(string Id, string CreditCode, string Industry, string Support, int Supported, int Jobs, int District);

/// <summary>扶持创业主体.</summary>
sealed class Startups(Scene scene) : RecordTable<Startup>("startup", scene)
{
    const int Share = 11;

    protected override IEnumerable<Startup> Records()
    {
        foreach (var (month, number) in Scene.Monthly(Share))
        {
            var draw = Scene.Draw("startup", number);
            var employer = Scene.Employers.All[draw.Below(Scene.Employers.Count)];
            yield return new(
                Scene.Id("CY", number), draw.PerMille(120) ? "" : employer.CreditCode, employer.Industry, Choices.Digit(draw.Weighted([350, 300, 150, 200]) + 1),
                Scene.DayIn(month, ref draw), draw.Weighted([60, 200, 260, 200, 120, 80, 50, 30]), Scene.District(ref draw));
        }
    }

    protected override int DayOf(Startup startup) => startup.Supported;

    protected override Startup? Before(Startup startup, ref Draw draw) => draw.PerMille(60) ? startup with { Jobs = startup.Jobs + 2 } : null;

    protected override Cell[] Cells(Startup startup) =>
    [
        Cell.Of(startup.Id), Cell.Of(startup.CreditCode), Cell.Of(startup.Industry), Cell.Code(startup.Support), Cell.Day(startup.Supported), Cell.Of(startup.Jobs),
        Scene.Area(startup.District), Cell.Empty,
    ];
}
