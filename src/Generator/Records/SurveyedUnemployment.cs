using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A surveyed rate as published, in tenths of a per cent; 0 and none both mean that nothing was published.</summary>
sealed record SurveyedRate(int Month, string Group, int? Tenths);

/// <summary>城镇调查失业率（引用）: for some cities only, in total and for young people.</summary>
sealed class SurveyedUnemployment(Scene scene) : RecordTable<SurveyedRate>("surveyed_unemployment", scene)
{
    static readonly string[] Groups = ["T", "Y"];

    protected override IEnumerable<SurveyedRate> Records()
    {
        for (var month = Scene.Timeline.First; month <= Scene.Timeline.Last; month++)
            for (var group = 0; group < Groups.Length; group++)
            {
                var draw = Scene.Draw("surveyed_unemployment", month * 10L + group);
                if (draw.PerMille(60)) continue;
                yield return new(month, Groups[group], draw.PerMille(30) ? null : draw.PerMille(50) ? 0 : draw.Between(45, 60) + group * 90);
            }
    }

    protected override int DayOf(SurveyedRate rate) => Timeline.DayNumber(rate.Month, Timeline.DaysIn(rate.Month));

    protected override SurveyedRate? Before(SurveyedRate rate, ref Draw draw) => draw.PerMille(30) ? rate with { Tenths = 50 } : null;

    protected override Cell[] Cells(SurveyedRate rate) =>
        [Scene.Area(0), Cell.Month(rate.Month), Cell.Code(rate.Group), rate.Tenths is { } tenths ? Cell.Hundredths(tenths * 10L) : Cell.Empty, Cell.Empty];
}
