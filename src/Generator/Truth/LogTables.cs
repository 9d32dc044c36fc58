using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Truth.Resources;
using DemoCityAnalytics.Generator.Truth.Services;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>All counts over one city's log; the same kinds in the same order for every city.</summary>
static class LogTables
{
    public static IReadOnlyList<TruthTable> Of(CityTruth truth, Timeline timeline) =>
    [
        .. Staffing.Of(truth.Log, timeline),
        .. Coverage.Of(truth.Log, timeline),
        .. GigWork.Of(truth.Log, truth.City, timeline),
        .. Funds.Of(truth.Log, timeline),
        .. EquippedSites.Of(truth.Log, timeline),
        .. FirstServices.Of(truth.Log, truth.Calendar, timeline),
        .. ServiceLists.Of(truth.Log, timeline),
        .. HandledCases.Of(truth.Log, timeline),
        .. HandlingTimes.Of(truth.Log, truth.Calendar, timeline),
        .. CoreCases.Of(truth.Log, timeline),
        .. PolicyCases.Of(truth.Log, truth.Calendar, timeline),
        .. Ratings.Of(truth.Log, truth.Calendar, timeline),
    ];
}
