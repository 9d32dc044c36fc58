using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.KeyGroups;

/// <summary>E17 离校未就业毕业生帮扶就业率, E18 脱贫人口务工.</summary>
static class Rosters
{
    public static IEnumerable<TruthTable> Of(CityLog log, IReadOnlyDictionary<int, long> targets, Timeline timeline)
    {
        PartTable Graduates(string variant) => new(new FigureKind("E17", variant, timeline, grid => grid.Months) { IsStock = true });
        var (settled, contacted, prepared) = (Graduates(""), Graduates("contact"), Graduates("preparation"));
        var completion = new PartTable(new FigureKind("E18", "", timeline, grid => grid.Months) { IsStock = true, Scale = 10_000, HidesParts = true });
        var working = new PartTable(new FigureKind("E18", "working", timeline, grid => grid.Months) { IsStock = true, IsCount = true, Decimals = 0 });
        foreach (var entry in log.Of<RosterEntry>())
        {
            int? left = entry.Left > 0 ? Timeline.MonthOf(entry.Left) : null;
            if (entry is { Group: "1", JobWill: true })
            {
                foreach (var table in new[] { settled, contacted, prepared }) table.Stay(Timeline.MonthOf(entry.Entered), left, 0, 1);
                From(settled, entry.Employed > 0 && entry.Prepared > 0 ? Math.Min(entry.Employed, entry.Prepared) : Math.Max(entry.Employed, entry.Prepared));
                From(contacted, entry.Contacted);
                From(prepared, entry.Prepared);
            }
            if (entry.Group == "3")
            {
                From(completion, entry.Employed);
                From(working, entry.Employed, new Member("working_place", entry.WorkingPlace));
            }

            // What happened before somebody came onto the list counts from that month on.
            void From(PartTable table, int day, params ReadOnlySpan<Member> members)
            {
                if (day > 0) table.Stay(Timeline.MonthOf(Math.Max(day, entry.Entered)), left, 1, 0, members);
            }
        }
        for (var month = timeline.First; month <= timeline.Last; month++) completion.StateWhole(month, targets.GetValueOrDefault(month / 12));
        return [settled, contacted, prepared, completion, working];
    }
}
