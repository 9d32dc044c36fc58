using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth.Market;

/// <summary>B08 岗位信息要素完整率: of the postings in force.</summary>
sealed class PostingContents(Timeline timeline) : TruthTable
{
    readonly Effective _complete = new(timeline.First, timeline.Months);
    readonly Effective _all = new(timeline.First, timeline.Months);

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var table = new PostingContents(timeline);
        foreach (var posting in log.Of<Posting>())
        {
            table._all.Count(posting.PublishedMonth, posting.EndMonth, 1);
            if (posting.IsComplete) table._complete.Count(posting.PublishedMonth, posting.EndMonth, 1);
        }
        return [table];
    }

    public override TruthTable Empty() => new PostingContents(timeline);

    public override void Add(TruthTable other)
    {
        _complete.Add(((PostingContents)other)._complete);
        _all.Add(((PostingContents)other)._all);
    }

    public override IEnumerable<Figure> Figures(int area, PeriodGrid grid) => grid.MonthsAndQuarters.Select(period =>
        Figure.Ratio("B08", "", area, period, _complete.In(period.First, period.Last), _all.In(period.First, period.Last), 100));
}
