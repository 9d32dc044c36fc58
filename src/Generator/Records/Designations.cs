using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A figure of a designated city as it was at designation, in hundredths.</summary>
sealed record Designation(string Indicator, int DesignatedOn, long Baseline);

/// <summary>认定基线: some cities are designated in the second quarter of the run.</summary>
sealed class Designations(Scene scene, CityTotals totals) : RecordTable<Designation>("designation", scene)
{
    static readonly string[] Watched = ["C02", "D02", "E05", "E15", "E17"];

    protected override IEnumerable<Designation> Records()
    {
        var city = Scene.Draw("designation", 0);
        var quarter = Scene.Timeline.First / 3 * 3 + 5;
        if (city.PerMille(400) || quarter > Scene.Timeline.Last) yield break;
        for (var number = 0; number < Watched.Length; number++)
        {
            var draw = Scene.Draw("designation", number + 1);
            if (totals.OfQuarter(Watched[number], quarter) is { } value)
                yield return new(Watched[number], Timeline.DayNumber(quarter, 20), (long)(value * draw.Between(94, 108)));
        }
    }

    protected override int DayOf(Designation designation) => designation.DesignatedOn;

    protected override Designation? Before(Designation designation, ref Draw draw) => draw.PerMille(100) ? designation with { Baseline = designation.Baseline + 500 } : null;

    protected override Cell[] Cells(Designation designation) =>
        [Scene.Area(0), Cell.Of(designation.Indicator), Cell.Day(designation.DesignatedOn), Cell.Hundredths(designation.Baseline), Cell.Empty];
}
