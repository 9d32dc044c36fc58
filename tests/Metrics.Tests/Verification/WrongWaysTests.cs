using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Metrics.Verification;

namespace DemoCityAnalytics.Metrics.Tests.Verification;

public sealed class WrongWaysTests
{
    /// <summary>无锡 2021Q2: (182,908 − 159,182) ÷ 182,908 was published, 14.90 % is right.</summary>
    [Fact]
    public void AChangeDividedByTheCurrentValue() =>
        Assert.Equal(WrongWay.DividedByCurrent, WrongWays.Explain(12.97m, 2, new(Change: (182_908, 159_182))));

    /// <summary>无锡 2013Q2, leaders: 1.01 shared out, 1.11 plainly divided.</summary>
    [Fact]
    public void AGroupedRatioWithoutSharingOut() =>
        Assert.Equal(WrongWay.PlainDivision, WrongWays.Explain(1.11m, 2, new(Group: new GroupedCounts(5453, 4894, 0, 16_556, 179_831, 186_654))));

    [Theory]
    [InlineData(678, 1200, "56", true)]
    [InlineData(678, 1200, "57", false)]
    [InlineData(690, 1200, "58", false)]
    [InlineData(-678, 1200, "-56", true)]
    [InlineData(679, 1200, "56", false)]
    public void AFigureRoundedToTheEvenNeighbour(int above, int below, string reported, bool explained)
    {
        // 56.5 and 57.5 lie in the middle, 56.58 does not; what half up gives is no mistake.
        var way = WrongWays.Explain(decimal.Parse(reported, System.Globalization.CultureInfo.InvariantCulture), 0, new(Quotient: (above, below, 100)));

        Assert.Equal(explained ? WrongWay.RoundedHalfEven : null, way);
    }

    /// <summary>The third city reported this year alone: 330 against 200 is no growth of 65 %, the two that reported twice grew by 15 %.</summary>
    [Fact]
    public void AChangeOfCitiesThatReportedOnceOnly()
    {
        CityPair[] cities = [new(130100, 120, 100), new(130200, 110, 100), new(130300, 100, null)];
        var change = MatchedChange.Of(cities, 2);

        Assert.Equal((15m, 65m), (change.Percent, change.OfAll));
        Assert.Equal([130300], change.LeftOut);
        Assert.Equal(WrongWay.UnmatchedPanel, WrongWays.Explain(65m, 2, new(Cities: cities)));
        Assert.Null(WrongWays.Explain(20m, 2, new(Cities: cities)));
    }

    [Fact]
    public void NothingUsualExplainsIt() => Assert.Null(WrongWays.Explain(99m, 0, new(Quotient: (678, 1200, 100), Change: (10, 9), Gross: 12)));

    /// <summary>Five persons newly employed and one lost: five reported is the number before attrition, seven is nobody's.</summary>
    [Fact]
    public async Task ReportedValues_AreHeldAgainstTheRelease_AndTheMistakeIsNamed()
    {
        using var warehouse = new StagedWarehouse(withFurtherSources: true).Cover(StagedWarehouse.City, "2024-01", "2024-03");
        for (var person = 1; person <= 5; person++)
            warehouse.Add(
                "employment_registration", 130102, ("person_key", (long)person), ("valid", true), ("urban", true), ("employment_form", "1"), ("prior_status", "1"),
                ("is_renewal", false), ("sex", "1"), ("started_on", new DateOnly(2024, 2, person)), ("started_month", StagedWarehouse.Index("2024-02")));
        warehouse.Add("natural_attrition", 130102, ("urban", true), ("occurred_month", StagedWarehouse.Index("2024-02")));
        foreach (var (period, reported) in new[] { ("2024-02", 5m), ("2024-Q1", 4m), ("2024-01", 7m), ("2031-01", 1m) })
            warehouse.Add("reported_value", 130100, ("indicator", "E01"), ("period_id", period), ("reported", reported), ("reported_on", new DateOnly(2024, 4, 5)));
        await warehouse.Metrics.Publish(CancellationToken.None);

        var held = ReportedValues.Of(warehouse.Connection, new ReleaseStore(warehouse.Database.ReleaseFolder).Current()!);

        Assert.Equal(
            [(FigureId.Parse("E01::130100:2024-01"), false, null), (FigureId.Parse("E01::130100:2024-02"), false, WrongWay.GrossInsteadOfNet), (FigureId.Parse("E01::130100:2024-Q1"), true, (WrongWay?)null)],
            held.Select(x => (x.Id, x.Agrees, x.Explained)));
    }
}
