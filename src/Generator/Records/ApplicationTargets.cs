using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>What a city promises to reach, in hundredths of the indicator's unit; direction 1 is up, 2 down.</summary>
sealed record ApplicationTarget(string Batch, string Indicator, long Baseline, long Target, string Direction, int Due);

/// <summary>申报量化目标: some a little below what will be reached, some above.</summary>
sealed class ApplicationTargets(Scene scene, CityTotals totals) : RecordTable<ApplicationTarget>("application_target", scene)
{
    static readonly (string Indicator, string Direction)[] Promised = [("E01", "1"), ("E05", "2"), ("C07", "1"), ("A02", "1"), ("B07", "1"), ("E15", "2")];

    protected override IEnumerable<ApplicationTarget> Records()
    {
        foreach (var application in Scene.Log.Of<Application>())
            for (var number = 0; number < Promised.Length; number++)
            {
                var draw = Scene.Draw("application_target", application.Applied * 10L + number);
                if (draw.PerMille(250)) continue;
                var (indicator, direction) = Promised[number];
                var due = Timeline.MonthOf(application.Applied) / 3 * 3 + 2 + 3 * draw.Below(7);
                var reached = totals.Latest(indicator, due) ?? 50;
                // Seven in ten are set so that they are reached, some exactly.
                var share = draw.PerMille(200) ? 100 : draw.PerMille(650) == (direction == "1") ? draw.Between(80, 99) : draw.Between(101, 120);
                var target = Math.Max(0, (long)(reached * share));
                yield return new(application.Batch, indicator, target * 9 / 10, target, direction, Timeline.DayNumber(due, Timeline.DaysIn(due)));
            }
    }

    protected override int DayOf(ApplicationTarget target) => Scene.Timeline.FirstDay;

    protected override ApplicationTarget? Before(ApplicationTarget target, ref Draw draw) => draw.PerMille(100) ? target with { Target = target.Target + 300 } : null;

    protected override Cell[] Cells(ApplicationTarget target) =>
    [
        Scene.Area(0), Cell.Of(target.Batch), Cell.Of(target.Indicator), Cell.Hundredths(target.Baseline), Cell.Hundredths(target.Target), Cell.Code(target.Direction),
        Cell.Day(target.Due), Cell.Empty,
    ];
}
