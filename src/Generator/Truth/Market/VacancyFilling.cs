using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Market;

/// <summary>E13 岗位填补率, and the days until the last opening is filled.</summary>
static class VacancyFilling
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var filled = new PartTable(new FigureKind("E13", "", timeline, grid => grid.Common));
        var days = new QuantileTable(new FigureKind("E13", "days", timeline, grid => grid.Common) { Decimals = 1 }, hasPercentile: false);
        var hires = log.Of<Referral>().Where(referral => referral.Hired > 0).ToLookup(referral => referral.Posting, referral => referral.Hired);
        foreach (var posting in log.Of<Posting>().Where(posting => posting.Openings > 0))
        {
            var hired = hires[posting.Id].Where(day => Timeline.MonthOf(day) <= posting.EndMonth).Order().ToArray();
            filled.Count(posting.EndMonth, Math.Min(hired.Length, posting.Openings), posting.Openings);
            if (hired.Length < posting.Openings) continue;
            var last = hired[posting.Openings - 1];
            days.Count(Timeline.MonthOf(last), Math.Max(0, last - posting.PublishedOn));
        }
        return [filled, days];
    }
}
