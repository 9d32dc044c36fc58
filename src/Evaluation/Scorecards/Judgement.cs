using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Scorecards;

/// <summary>The verdict on one figure and the numbers behind it.</summary>
public sealed record Judgement(Verdict Verdict, decimal? CompletionPercent, decimal? TimeProgressPercent, BilingualText Reason)
{
    /// <param name="item">How the figure is held against its target.</param>
    /// <param name="header">Unit and decimals of the figure.</param>
    /// <param name="actual">The figure; null when the release has none.</param>
    /// <param name="target">In the figure's unit; for a pro-rata comparison the whole year's.</param>
    /// <param name="nearPercent">Per cent of the target from which a miss counts as near.</param>
    public static Judgement Of(RuleSetItem item, IndicatorHeader header, Observation? actual, decimal? target, decimal nearPercent)
    {
        if (actual?.Value is not { } value)
            return new(Verdict.Missing, null, null, new() { Zh = actual?.Note ?? "发布版中没有该期数值", En = "The release has no value for this period" });

        var show = new Display(header);
        if (item.Comparison == Comparison.Band)
        {
            var inside = value >= item.BandFrom && value <= item.BandTo;
            var edge = value < item.BandFrom ? item.BandFrom!.Value : item.BandTo!.Value;
            var distance = inside ? 100m : 100m - Math.Abs(value - edge) / edge * 100m;
            return new(inside ? Verdict.Met : distance >= nearPercent ? Verdict.Near : Verdict.Missed, null, null, new()
            {
                Zh = $"{show.Text(value)}，目标区间 {show.Text(item.BandFrom!.Value)}—{show.Text(item.BandTo!.Value)}",
                En = $"{show.English(value)}, band {show.English(item.BandFrom!.Value)} to {show.English(item.BandTo!.Value)}",
            });
        }
        if (item.Comparison == Comparison.Shown || target is not { } goal)
            return new(Verdict.NotJudged, null, null, new() { Zh = "未设目标，仅列示", En = "No target is set; shown only" });

        return item.Comparison switch
        {
            Comparison.AtMost => AtMost(value, goal, nearPercent, show),
            Comparison.ProRata => ProRata(actual, value, goal, nearPercent, show),
            _ => AtLeast(value, goal, nearPercent, show),
        };
    }

    static Judgement AtLeast(decimal value, decimal goal, decimal nearPercent, Display show)
    {
        var verdict = value >= goal ? Verdict.Met : value * 100m >= goal * nearPercent ? Verdict.Near : Verdict.Missed;
        return new(verdict, Percent(value, goal), null, new()
        {
            Zh = $"{show.Text(value)}，目标不低于 {show.Text(goal)}",
            En = $"{show.English(value)}, target at least {show.English(goal)}",
        });
    }

    static Judgement AtMost(decimal value, decimal goal, decimal nearPercent, Display show)
    {
        var verdict = value <= goal ? Verdict.Met : value * nearPercent <= goal * 100m ? Verdict.Near : Verdict.Missed;
        return new(verdict, null, null, new()
        {
            Zh = $"{show.Text(value)}，控制目标不高于 {show.Text(goal)}",
            En = $"{show.English(value)}, control target at most {show.English(goal)}",
        });
    }

    static Judgement ProRata(Observation actual, decimal value, decimal goal, decimal nearPercent, Display show)
    {
        var months = actual.Id.Period.Last.MonthOfYear;
        var completion = Percent(value, goal);
        var progress = HalfUp.Round(months * 100m / 12m, 1);
        // Compared without division, so that exactly on schedule is on schedule.
        var verdict = value * 12m >= goal * months ? Verdict.Met
            : value * 12m * 100m >= goal * months * nearPercent ? Verdict.Near
            : Verdict.Missed;
        var lead = completion is null ? 0m : completion.Value - progress;
        return new(verdict, completion, progress, new()
        {
            Zh = string.Create(PrintedNumber.Format,
                $"完成年度目标{show.Text(goal)}的 {completion:0.0}%，序时进度 {progress:0.0}%，{(lead >= 0 ? "快" : "慢")} {Math.Abs(lead):0.0} 个百分点"),
            En = string.Create(PrintedNumber.Format,
                $"{completion:0.0}% of the year's target {show.English(goal)}, {Math.Abs(lead):0.0} percentage points {(lead >= 0 ? "ahead of" : "behind")} the pro-rata {progress:0.0}%"),
        });
    }

    static decimal? Percent(decimal value, decimal goal) => goal == 0 ? null : HalfUp.Round(value * 100m / goal, 1);
}

/// <summary>Writes a number with the indicator's decimals and unit, in either language.</summary>
sealed record Display(IndicatorHeader Header)
{
    public string Text(decimal value) => Number(value) + UnitName.After(Header.Unit);

    public string English(decimal value) => Number(value) + UnitName.AfterInEnglish(Header.Unit);

    string Number(decimal value) =>
        value.ToString(Header.Formula == Formula.Count ? "#,0" : "0." + new string('0', Header.Decimals), PrintedNumber.Format).TrimEnd('.');
}
