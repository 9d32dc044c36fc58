using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Evaluation.Tests.Scoring;

public sealed class GradingTests
{
    [Fact]
    public void ExactlyNinety_IsExcellent_AndALittleLessIsNot() =>
        Assert.Equal(["1 优秀", "2 合格", "3 合格", "4 不合格"], Graded(90m, 89.99m, 75m, 74.99m));

    [Fact]
    public void Quota_IsRoundedDown()
    {
        // 30 % of nine cities is 2.7: two are excellent, the third best is held back.
        var graded = Of(95, 94, 93, 80, 80, 80, 80, 80, 80);

        Assert.Equal([1, 2], graded.Where(city => city.Grade.Id == "excellent").Select(city => city.City));
        var third = graded.Single(city => city.City == 3);
        Assert.True(third.HeldBack);
        Assert.Equal("总分93分达到优秀线90分，但优秀名额以参评9个城市的30%为限（同分不拆分），评为合格", third.Reason);
    }

    [Fact]
    public void Quota_NeverSplitsATie() =>
        Assert.Equal([1], Of(95, 94, 94, 80, 80, 80, 80).Where(city => city.Grade.Id == "excellent").Select(city => city.City));

    [Fact]
    public void Veto_FailsWhateverTheTotal()
    {
        var graded = Grading.Of(Rules, [Score(1, 99, ScoreStatus.Vetoed), Score(2, 76, ScoreStatus.Scored)]);

        Assert.Equal(["1 不合格", "2 合格"], graded.Select(city => $"{city.City} {city.Grade.Name.Zh}"));
    }

    static IEnumerable<string> Graded(params decimal[] totals) => Of(totals).Select(city => $"{city.City} {city.Grade.Name.Zh}");

    static IReadOnlyList<GradedCity> Of(params decimal[] totals) => Grading.Of(Rules, [.. totals.Select((total, i) => Score(i + 1, total, ScoreStatus.Scored))]);

    static CityScore Score(int city, decimal total, ScoreStatus status) =>
        new(city, [new ScoredItem("S1.1-M", "S1.1", 1, 100, new ItemScore(total, status, new BilingualText { Zh = "-", En = "-" }))]);

    static readonly RuleSet Rules = RuleSet.Illustrative();
}
