using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Work;

/// <summary>E19 创业带动就业倍数, E20 创业担保贷款.</summary>
static class Entrepreneurship
{
    // Fen in ten thousand yuan.
    const int Wan = 1_000_000;

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var jobs = new PartTable(new FigureKind("E19", "", timeline, grid => grid.QuartersAndYears) { Scale = 1 });
        foreach (var startup in log.Of<Startup>()) jobs.Count(Timeline.MonthOf(startup.Supported), startup.Jobs, 1, new Member("support_kind", startup.Support));

        var overdue = new PartTable(new FigureKind("E20", "", timeline, grid => grid.Common) { IsStock = true });
        var amount = new PartTable(new FigureKind("E20", "amount", timeline, grid => grid.Common) { IsCount = true, Divisor = Wan });
        var loans = new PartTable(new FigureKind("E20", "loans", timeline, grid => grid.Common) { IsCount = true, Decimals = 0 });
        foreach (var month in log.Of<LoanBalance>().GroupBy(balance => balance.Month).OrderBy(month => month.Key))
            overdue.State(Member.Total, month.Key, month.Sum(balance => balance.Overdue), month.Sum(balance => balance.Balance));
        foreach (var loan in log.Of<StartupLoan>())
        {
            amount.Count(Timeline.MonthOf(loan.Paid), loan.Fen, 0, new Member("borrower_group", loan.Group));
            loans.Count(Timeline.MonthOf(loan.Paid), 1, 0);
        }
        return [jobs, overdue, amount, loans];
    }
}
