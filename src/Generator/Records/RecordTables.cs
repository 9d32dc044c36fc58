using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>The further tables of a city, in the order in which they are drawn: later ones take up what earlier ones recorded.</summary>
static class RecordTables
{
    public static IEnumerable<RecordTable> Of(Scene scene) =>
    [
        new ServiceItems(scene),
        new KeyGroupRosters(scene),
        new HardshipCertifications(scene),
        new ZeroJobFamilies(scene),
        new TrainingResults(scene),
        new ServiceCases(scene),
        new PolicyBenefits(scene),
        new PostingUploads(scene),
        new PostingViolations(scene),
        new Referrals(scene),
        new OccupationReviews(scene),
        new SocialInsuranceMatches(scene),
        new Startups(scene),
        new StartupLoans(scene),
        new StartupLoanBalances(scene),
        new ReportBatches(scene),
        new MarketReleases(scene),
        new SurveyedUnemployment(scene),
        new EvidencePapers(scene),
        new FieldChecks(scene),
        new Applications(scene),
        new Communities(scene),
        new ServiceSites(scene),
        new SiteCommunities(scene),
        new EquipmentRequirements(scene),
        new SiteEquipments(scene),
        new ServiceStaff(scene),
        new GigMarkets(scene),
        new GigMarketDays(scene),
        new FundLedger(scene),
        new Persons(scene),
        new Incubators(scene),
    ];

    /// <summary>What a city claims about its figures: drawn from what they are.</summary>
    public static IEnumerable<RecordTable> ClaimsOf(Scene scene, CityTotals totals) =>
        [new ApplicationTargets(scene, totals), new Designations(scene, totals), new ReportedValues(scene, totals)];
}
