using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A report that was due; the time of acceptance is 0 where it never was accepted.</summary>
sealed record ReportBatch(string Id, string Report, long Due, long Accepted);

/// <summary>报送批次: three reports a month, due in the middle of it.</summary>
sealed class ReportBatches(Scene scene) : RecordTable<ReportBatch>("report_batch", scene)
{
    static readonly string[] Reports = ["就业监测数据", "岗位归集数据", "失业登记数据"];

    protected override IEnumerable<ReportBatch> Records()
    {
        var number = 0;
        for (var month = Scene.Timeline.First; month <= Scene.Timeline.Last; month++)
            foreach (var report in Reports)
            {
                var draw = Scene.Draw("report_batch", number);
                var due = Timeline.DayNumber(month, 10);
                var accepted = draw.PerMille(970) ? Scene.Known(due + (draw.PerMille(860) ? draw.Between(-6, 0) : draw.Between(0, 9))) : 0;
                yield return new(Scene.Id("BS", number++), report, Scene.At(due, 18 * 3600), accepted == 0 ? 0 : Scene.At(accepted, draw.Between(8 * 3600, 23 * 3600)));
            }
    }

    protected override int DayOf(ReportBatch batch) => (int)(batch.Due / 86_400);

    protected override ReportBatch? Before(ReportBatch batch, ref Draw draw) => batch.Accepted > 0 && draw.PerMille(80) ? batch with { Accepted = 0 } : null;

    protected override Cell[] Cells(ReportBatch batch) =>
        [Cell.Of(batch.Id), Cell.Of(batch.Report), Cell.Moment(batch.Due), Cell.Moment(batch.Accepted), Scene.Area(0), Cell.Empty];
}
