using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>What a city reported of a period, in hundredths; no tolerance where none was agreed.</summary>
sealed record ReportedValue(string Indicator, string Period, long Reported, long? Tolerance, int ReportedOn);

/// <summary>上报指标值: most as the records give them, some rounded otherwise, some plainly wrong, some without records behind them.</summary>
sealed class ReportedValues(Scene scene, CityTotals totals) : RecordTable<ReportedValue>("reported_value", scene)
{
    static readonly string[] Reported = ["E01", "E05", "C07", "B05", "B07", "C02"];

    protected override IEnumerable<ReportedValue> Records()
    {
        for (var month = Scene.Timeline.First; month <= Scene.Timeline.Last; month++)
            foreach (var kind in new[] { PeriodKind.Quarter, PeriodKind.Year })
                for (var number = 0; number < Reported.Length; number++)
                {
                    if (month % (kind == PeriodKind.Year ? 12 : 3) != (kind == PeriodKind.Year ? 11 : 2)) continue;
                    var draw = Scene.Draw("reported_value " + kind, month * 10L + number);
                    var reportedOn = Scene.Known(Timeline.DayNumber(month, Timeline.DaysIn(month)) - draw.Between(0, 8));
                    if (draw.PerMille(350)) continue;
                    var period = TruthPeriod.NameOf(kind, month);
                    var hundredths = (long)((totals.Value(Reported[number], period) ?? 42) * 100);
                    var reported = draw.Weighted([760, 120, 120]) switch { 0 => hundredths, 1 => hundredths + draw.Between(-4, 4), _ => hundredths * draw.Between(90, 115) / 100 };
                    yield return new(Reported[number], period, reported, draw.PerMille(300) ? draw.Between(1, 10) : null, reportedOn);
                }
    }

    protected override int DayOf(ReportedValue value) => value.ReportedOn;

    protected override ReportedValue? Before(ReportedValue value, ref Draw draw) => draw.PerMille(80) ? value with { Reported = value.Reported + 700 } : null;

    protected override Cell[] Cells(ReportedValue value) =>
    [
        Scene.Area(0), Cell.Of(value.Indicator), Cell.Of(value.Period), Cell.Hundredths(value.Reported),
        value.Tolerance is { } tolerance ? Cell.Hundredths(tolerance) : Cell.Empty, Cell.Day(value.ReportedOn), Cell.Empty,
    ];
}
