using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>The receipt of a posting sent to the national pool.</summary>
sealed record PostingUpload(string Posting, int Published, long Sent, bool Accepted, bool Truncated, int District);

/// <summary>岗位归集回执: most postings arrive, some cut short, some refused.</summary>
sealed class PostingUploads(Scene scene) : RecordTable<PostingUpload>("posting_upload", scene)
{
    protected override IEnumerable<PostingUpload> Records()
    {
        var number = 0;
        foreach (var posting in Scene.Log.Of<Posting>().Where(posting => posting.PublishedOn >= Scene.Timeline.FirstDay))
        {
            var draw = Scene.Draw("posting_upload", number++);
            if (draw.PerMille(130)) continue;
            var sent = Scene.Known(posting.PublishedOn + draw.Between(0, 3));
            yield return new(
                posting.Id, posting.PublishedOn, sent == 0 ? 0 : Scene.At(sent, draw.Between(20 * 3600, 23 * 3600)), draw.PerMille(960), draw.PerMille(35), posting.District);
        }
    }

    protected override int DayOf(PostingUpload upload) => upload.Published;

    protected override PostingUpload? Before(PostingUpload upload, ref Draw draw) => draw.PerMille(25) ? upload with { Accepted = false } : null;

    protected override Cell[] Cells(PostingUpload upload) =>
    [
        Cell.Of(upload.Posting), Cell.Day(upload.Published), Cell.Moment(upload.Sent), Cell.YesNo(upload.Accepted), Cell.YesNo(upload.Truncated),
        upload.Accepted ? Cell.Empty : Cell.Of("字段缺失"), Cell.Of("全国公共招聘网"), Scene.Area(upload.District), Cell.Empty,
    ];
}
