using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Evaluation.Tests.Programme;

public sealed class RankingTests
{
    [Fact]
    public void Ties_ShareARankAndTheNextOneSkips() =>
        Assert.Equal([(1, 1), (2, 1), (3, 3)], Ranking.Of(Rules, [City(1, 50, 30), City(2, 40, 40), City(3, 40, 39)], places: 2).Select(city => (city.City, city.Rank)));

    [Fact]
    public void TieAcrossTheQuotaLine_IsShownNotDecided()
    {
        var ranked = Ranking.Of(Rules, [City(1, 50, 40), City(2, 40, 40), City(3, 40, 40), City(4, 30, 30)], places: 2);

        Assert.Equal([(true, false), (true, true), (true, true), (false, false)], ranked.Select(city => (city.WithinPlaces, city.TiedAtLine)));
    }

    [Fact]
    public void Vetoed_IsLastWhateverItsTotal()
    {
        var ranked = Ranking.Of(Rules, [City(1, 50, 50, vetoed: true), City(2, 10, 10)], places: 1);

        Assert.Equal([(2, 1, true), (1, 2, false)], ranked.Select(city => (city.City, city.Rank, city.WithinPlaces)));
    }

    [Fact]
    public void Sensitivity_ShowsWhoHangsOnOneStandardsWeight()
    {
        // 1 leads by one point; with standard 1 a fifth lighter it has 40 + 39 = 79 against 32 + 50 ... and 2 is first.
        var ranked = Ranking.Of(Rules, [City(1, 50, 39), City(2, 38, 50), City(3, 10, 10)], places: 1);

        Assert.Equal([(1, 1, 2, true), (2, 1, 2, true), (3, 3, 3, false)], ranked.Select(city => (city.City, city.BestRank, city.WorstRank, city.Sensitive(1))));
    }

    static CityScore City(int code, decimal first, decimal second, bool vetoed = false) => new(code,
        [Item(1, first, vetoed ? ScoreStatus.Vetoed : ScoreStatus.Scored), Item(2, second, ScoreStatus.Scored)]);

    static ScoredItem Item(int standard, decimal points, ScoreStatus status) =>
        new($"S{standard}.1-M", $"S{standard}.1", standard, 50, new ItemScore(points, status, new BilingualText { Zh = "-", En = "-" }));

    static readonly RuleSet Rules = RuleSet.Illustrative();
}
