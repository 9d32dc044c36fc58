using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Resources;

/// <summary>A06 劳均公共就业服务经费, A07 就业补助资金预算执行率, A09 政府购买服务占比.</summary>
static class Funds
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        PartTable PerWorker(string variant) => new(new FigureKind("A06", variant, timeline, grid => grid.Years) { Scale = 1, Divisor = 100 });
        var (own, transfer) = (PerWorker(""), PerWorker("transfer"));
        var execution = new PartTable(new FigureKind("A07", "", timeline, grid => grid.YearsAndYearToDate));
        var purchased = new PartTable(new FigureKind("A09", "", timeline, grid => grid.Years));
        var providers = new PartTable(new FigureKind("A09", "providers", timeline, grid => grid.Years) { IsCount = true, Decimals = 0 });
        foreach (var force in log.Of<LabourForce>())
        {
            own.Count(force.December, 0, force.Persons);
            transfer.Count(force.December, 0, force.Persons);
        }
        foreach (var entry in log.Of<FundEntry>())
        {
            var month = Timeline.MonthOf(entry.Booked);
            var (budget, executed) = (entry.Budget ?? 0, entry.Executed ?? 0);
            if (entry.Fund == "1") execution.Count(month, executed, budget, new("fund_level", entry.Level), new("fund_use", entry.Use));
            if (entry is { Fund: "2", Use: "1" }) (entry.Level is "3" or "4" ? own : transfer).Count(month, entry.Level == "5" ? 0 : budget, 0);
            if (entry is { Fund: "2", Use: "1" or "2" }) purchased.Count(month, entry.Use == "2" ? executed : 0, executed);
        }
        // A provider counts once a year.
        foreach (var provider in log.Of<FundEntry>().Where(entry => entry is { Fund: "2", Use: "2", Executed: > 0, Provider.Length: > 0 })
                     .GroupBy(entry => (entry.Provider, Timeline.MonthOf(entry.Booked) / 12)))
            providers.Count(Timeline.MonthOf(provider.Min(entry => entry.Booked)), 1, 0);
        return [own, transfer, execution, purchased, providers];
    }
}
