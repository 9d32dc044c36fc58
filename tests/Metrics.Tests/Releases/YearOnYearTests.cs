using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Metrics.Tests.Releases;

public sealed class YearOnYearTests
{
    /// <summary>The second city sends records from 2024 on: the province's 30 against 12 is no growth by 150 %, the city that has both years grew by 50 %.</summary>
    [Fact]
    public async Task AProvinceIsComparedOnTheCitiesThatHaveBothYears()
    {
        using var warehouse = new StagedWarehouse().Cover(StagedWarehouse.City, "2023-02", "2024-02").Cover(StagedWarehouse.OtherCity, "2024-01", "2024-02");
        foreach (var (district, year, persons) in new[] { (130102, 2023, 12), (130102, 2024, 18), (130202, 2024, 12) })
            for (var person = 1; person <= persons; person++)
                warehouse.Add(
                    "employment_registration", district, ("person_key", (long)(district * 10_000 + year + person * 7_000)), ("valid", true), ("urban", true), ("employment_form", "1"),
                    ("prior_status", "1"), ("is_renewal", false), ("sex", "1"), ("started_on", new DateOnly(year, 2, 5)), ("started_month", StagedWarehouse.Index($"{year}-02")));
        await warehouse.Metrics.Publish(CancellationToken.None);
        var release = new ReleaseStore(warehouse.Database.ReleaseFolder).Current()!;

        var change = YearOnYear.Of(release, FigureId.Parse("E01:gross:130000:2024-02"))!;

        Assert.Equal((50m, "%", 1), (change.Change, change.Unit, change.MatchedCities));
        Assert.Equal([130200], change.LeftOut);
        Assert.Equal(50m, YearOnYear.Of(release, FigureId.Parse("E01:gross:130100:2024-02"))!.Change);
        Assert.Null(YearOnYear.Of(release, FigureId.Parse("E01:gross:130200:2024-02"))!.Change);
        Assert.Null(YearOnYear.Of(release, FigureId.Parse("E05::130100:2021-06")));
    }
}
