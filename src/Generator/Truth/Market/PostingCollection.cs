using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Market;

/// <summary>D02 岗位归集率: postings that arrived whole in the national pool.</summary>
static class PostingCollection
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("D02", "", timeline, grid => grid.MonthsAndQuarters));
        var whole = log.Of<PostingUpload>().Where(upload => upload is { Accepted: true, Truncated: false }).Select(upload => upload.Posting).ToHashSet(StringComparer.Ordinal);
        foreach (var posting in log.Of<Posting>()) table.Count(posting.PublishedMonth, whole.Contains(posting.Id));
        return [table];
    }
}
