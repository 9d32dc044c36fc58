using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Truth.KeyGroups;
using DemoCityAnalytics.Generator.Truth.Market;
using DemoCityAnalytics.Generator.Truth.Process;
using DemoCityAnalytics.Generator.Truth.Resources;
using DemoCityAnalytics.Generator.Truth.Services;
using DemoCityAnalytics.Generator.Truth.Work;

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
        .. RegistrationEvents.Of(truth.Log, timeline),
        .. ListedService.Of(truth.Log, timeline),
        .. HardshipEmployment.Of(truth.Log, truth.Targets("E04"), timeline),
        .. ClearedFamilies.Of(truth.Log, timeline),
        .. Training.Of(truth.Log, timeline),
        .. Reemployment.Of(truth.Log, truth.Targets("E03"), timeline),
        .. SeekerPlacement.Of(truth.Log, timeline),
        .. LongUnemployment.Of(truth.Log, timeline),
        .. Retention.Of(truth.Log, timeline),
        .. Rosters.Of(truth.Log, truth.Targets("E18"), timeline),
        .. ContradictoryRegistrations.Of(truth.Log, timeline),
        .. PostingContents.Of(truth.Log, timeline),
        .. Violations.Of(truth.Log, timeline),
        .. SuspectPostings.Of(truth.Log, timeline),
        .. PostingCollection.Of(truth.Log, timeline),
        .. VacancyFilling.Of(truth.Log, timeline),
        .. OccupationCoding.Of(truth.Log, timeline),
        .. InsuranceAgreement.Of(truth.Log, timeline),
        new MinorOccupations(truth.Log, timeline),
        .. MarketGroups.Of(truth.Log, timeline),
        .. Entrepreneurship.Of(truth.Log, timeline),
        .. Punctuality.Of(truth.Log, timeline),
        .. Papers.Of(truth.Log, timeline),
        .. Checks.Of(truth.Log, timeline),
        .. Quota.Of(truth.Log, timeline),
        .. FirstServices.Of(truth.Log, truth.Calendar, timeline),
        .. ServiceLists.Of(truth.Log, timeline),
        .. HandledCases.Of(truth.Log, timeline),
        .. HandlingTimes.Of(truth.Log, truth.Calendar, timeline),
        .. CoreCases.Of(truth.Log, timeline),
        .. PolicyCases.Of(truth.Log, truth.Calendar, timeline),
        .. Ratings.Of(truth.Log, truth.Calendar, timeline),
    ];
}
