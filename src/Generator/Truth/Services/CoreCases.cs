using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Services;

/// <summary>D01 核心业务全程信息化率: registrations, assistance and start-up service.</summary>
static class CoreCases
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var recorded = new PartTable(new FigureKind("D01", "", timeline, grid => grid.Common));
        var backFilled = new PartTable(new FigureKind("D01", "back_filled", timeline, grid => grid.Common));
        foreach (var handled in log.Of<ServiceCase>().Where(handled => handled is { IsClosed: true, Kind: "1" or "2" or "6" or "7" }))
        {
            var kind = new Member("case_kind", handled.Kind);
            var isWhole = handled is { Reviewed: > 0, Implemented: > 0 } && handled.OfflineStep != true && handled.BackFilled != true;
            recorded.Count(handled.ClosedMonth, isWhole, kind);
            backFilled.Count(handled.ClosedMonth, handled.BackFilled == true, kind);
        }
        return [recorded, backFilled];
    }
}
