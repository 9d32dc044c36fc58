using System.Globalization;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Scorecards;

/// <summary>The scorecard's opening sentence, in the form in which officials report: how many figures are on target.</summary>
static class Headline
{
    public static BilingualText Of(Area city, Period period, IReadOnlyList<ScorecardRow> rows, bool synthetic)
    {
        var judged = rows.Count(row => row.Verdict is Verdict.Met or Verdict.Near or Verdict.Missed);
        int Count(Verdict verdict) => rows.Count(row => row.Verdict == verdict);
        var share = judged == 0 ? "" : HalfUp.Round(Count(Verdict.Met) * 100m / judged, 1).ToString("0.0", CultureInfo.InvariantCulture);
        var (year, month) = (period.Last.Year, period.Last.MonthOfYear);
        var shareZh = share.Length == 0 ? "" : $"（{share}%）";
        var shareEn = share.Length == 0 ? "" : $" ({share}%)";
        return new BilingualText
        {
            Zh = string.Create(CultureInfo.InvariantCulture,
                $"{(synthetic ? "【合成数据】" : "")}{year}年1{(month == 1 ? "" : $"—{month}")}月，{city.Name}列入评估{judged}项：达标或超序时{Count(Verdict.Met)}项{shareZh}，接近{Count(Verdict.Near)}项，未达{Count(Verdict.Missed)}项；另有缺数{Count(Verdict.Missing)}项、未设目标{Count(Verdict.NotJudged)}项。"),
            En = string.Create(CultureInfo.InvariantCulture,
                $"{(synthetic ? "[Synthetic data] " : "")}{city.Name}, January{(month == 1 ? "" : $" to {new DateOnly(year, month, 1):MMMM}")} {year}: of {judged} figures judged, {Count(Verdict.Met)} are on target or ahead of schedule{shareEn}, {Count(Verdict.Near)} near, {Count(Verdict.Missed)} missed; {Count(Verdict.Missing)} missing, {Count(Verdict.NotJudged)} without a target."),
        };
    }
}
