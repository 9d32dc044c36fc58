using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Services;

/// <summary>D10 政策一体化办理率, and the working days from acceptance to payment.</summary>
static class PolicyCases
{
    public static IEnumerable<TruthTable> Of(CityLog log, WorkCalendar calendar, Timeline timeline)
    {
        var endToEnd = new PartTable(new FigureKind("D10", "", timeline, grid => grid.Common));
        var days = new QuantileTable(new FigureKind("D10", "days", timeline, grid => grid.Common) { Decimals = 1 }, hasPercentile: false);
        var paid = log.Of<PolicyBenefit>().Select(benefit => benefit.CaseNo).Where(number => number.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var handled in log.Of<ServiceCase>().Where(handled => handled.Kind == "8"))
        {
            if (handled.IsClosed)
                endToEnd.Count(handled.ClosedMonth, handled is { Reviewed: > 0, Implemented: > 0 } && handled.OfflineStep != true && paid.Contains(handled.CaseNo));
            if (handled.Implemented == 0) continue;
            var implemented = (int)(handled.Implemented / 86_400);
            if (calendar.Number(implemented) - calendar.Number(handled.AcceptedDay) is { } workdays) days.Count(Timeline.MonthOf(implemented), workdays);
        }
        return [endToEnd, days];
    }
}
