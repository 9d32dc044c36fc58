using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Services;

/// <summary>C03 办理时长: working days from acceptance to closing.</summary>
static class HandlingTimes
{
    public static IEnumerable<TruthTable> Of(CityLog log, WorkCalendar calendar, Timeline timeline)
    {
        var table = new QuantileTable(new FigureKind("C03", "", timeline, grid => grid.Common) { Decimals = 1 }, hasPercentile: true);
        foreach (var handled in log.Of<ServiceCase>().Where(handled => handled.IsClosed))
            if (calendar.Number(handled.ClosedDay) - calendar.Number(handled.AcceptedDay) is { } workdays)
                table.Count(handled.ClosedMonth, workdays, new Member("case_kind", handled.Kind));
        return [table];
    }
}
