using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A sampled record that was checked; confirmed is none where nobody was reached.</summary>
sealed record FieldCheck(string Id, string Indicator, string Method, bool Reached, bool? Confirmed, int Checked, int District);

/// <summary>抽查核实: by telephone, on site, and against other data.</summary>
sealed class FieldChecks(Scene scene) : RecordTable<FieldCheck>("field_check", scene)
{
    const int Share = 14;

    static readonly string[] Indicators = ["E01", "E03", "E04", "B05", "B07", "C02"];

    protected override IEnumerable<FieldCheck> Records()
    {
        foreach (var (month, number) in Scene.Monthly(Share))
        {
            var draw = Scene.Draw("field_check", number);
            var reached = draw.PerMille(820);
            yield return new(
                Scene.Id("HC", number), Indicators[draw.Below(Indicators.Length)], Choices.Digit(draw.Weighted([600, 150, 250]) + 1), reached,
                reached ? draw.PerMille(930) : null, Scene.DayIn(month, ref draw), Scene.District(ref draw));
        }
    }

    protected override int DayOf(FieldCheck check) => check.Checked;

    protected override FieldCheck? Before(FieldCheck check, ref Draw draw) => check.Reached && draw.PerMille(60) ? check with { Reached = false, Confirmed = null } : null;

    protected override Cell[] Cells(FieldCheck check) =>
    [
        Cell.Of(check.Id), Cell.Of(check.Indicator), Cell.Code(check.Method), Cell.YesNo(check.Reached), YesNo(check.Confirmed), Cell.Day(check.Checked),
        Scene.Area(check.District), Cell.Empty,
    ];
}
