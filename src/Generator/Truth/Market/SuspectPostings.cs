using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Market;

/// <summary>B10 失效与疑似虚假岗位率: of the postings that nobody took down.</summary>
static class SuspectPostings
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("B10", "", timeline, grid => grid.Months) { IsStock = true });
        var fraud = log.Of<PostingViolation>().Where(violation => violation is { Decision: "1", Kind: "8" or "9" })
            .ToLookup(violation => violation.Posting, violation => Timeline.MonthOf(violation.Found));
        foreach (var posting in log.Of<Posting>())
        {
            // Listed through the month in which it is taken down.
            int? unlisted = posting.ClosedOn > 0 ? Timeline.MonthOf(posting.ClosedOn) + 1 : null;
            table.Stay(posting.PublishedMonth, unlisted, 0, 1);
            List<int> reasons = [.. fraud[posting.Id]];
            if (posting.HasWrongCode) reasons.Add(posting.PublishedMonth);
            if (posting is { ClosedOn: 0, ValidTo: > 0 }) reasons.Add(Timeline.MonthOf(posting.ValidTo) + 1);
            if (reasons.Count > 0) table.Stay(Math.Max(posting.PublishedMonth, reasons.Min()), unlisted, 1, 0);
        }
        return [table];
    }
}
