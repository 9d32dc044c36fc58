using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Market;

/// <summary>B09 歧视性招聘要求检出率, B11 违规线索按期办结率.</summary>
static class Violations
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var handled = new PartTable(new FigureKind("B11", "", timeline, grid => grid.Common));
        foreach (var violation in log.Of<PostingViolation>())
            handled.Count(
                Timeline.MonthOf(violation.Due), violation.Closed > 0 && violation.Closed <= violation.Due && violation.Outcome.Length > 0,
                new("violation_kind", violation.Kind), new("found_by", violation.FoundBy));
        return [Discriminating(log, "", "1", timeline), Discriminating(log, "candidates", "0", timeline), handled];
    }

    static PartTable Discriminating(CityLog log, string variant, string decision, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("B09", variant, timeline, grid => grid.Months) { Scale = 1000, MembersShareTheWhole = true });
        var postings = log.Of<Posting>().ToDictionary(posting => posting.Id);
        for (var month = timeline.First; month <= timeline.Last; month++) table.Count(month, 0, postings.Values.Count(posting => posting.IsInForce(month)));
        var found = log.Of<PostingViolation>().Where(violation => violation.Decision == decision && violation.Kind is not ("8" or "9"))
            .Select(violation => (violation.Posting, violation.Kind, Month: Timeline.MonthOf(violation.Found)))
            .Where(violation => postings[violation.Posting].IsInForce(violation.Month)).ToArray();
        // A posting counts once a month, and once under each kind.
        foreach (var hit in found.Select(violation => (violation.Posting, violation.Month)).Distinct()) table.Count(hit.Month, 1, 0);
        foreach (var hit in found.Distinct()) table.CountMember(new("violation_kind", hit.Kind), hit.Month, 1, 0);
        return table;
    }
}
