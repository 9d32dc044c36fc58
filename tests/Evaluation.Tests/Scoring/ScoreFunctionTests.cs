using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.Scoring.Functions;
using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Evaluation.Tests.Scoring;

/// <summary>Worked cases of each score function; the numbers are worked out by hand.</summary>
public sealed class ScoreFunctionTests
{
    [Theory]
    [InlineData("100", "3")]
    [InlineData("99.99", "0")]
    public void AllOrNothing_LosesEveryPointOnAMiss(string value, string points) =>
        Points(points, new AllOrNothing(), Against(value, target: "100", full: "3"));

    [Theory]
    [InlineData("4.50", "4")]                // a control target is met at its edge
    [InlineData("4.51", "0")]
    public void AllOrNothing_LowerIsBetter_HoldsAgainstTheControlTarget(string value, string points) =>
        Points(points, new AllOrNothing(), Against(value, "4.5", "4") with { Better = Direction.Lower });

    [Theory]
    [InlineData("0.80", "1")]
    [InlineData("1.50", "1")]
    [InlineData("1.51", "0")]
    public void AllOrNothing_HoldsAgainstABand(string value, string points) =>
        Points(points, new AllOrNothing(), Against(value, null, "1") with { Better = Direction.Band, BandFrom = 0.8m, BandTo = 1.5m });

    // Guangdong: below target by at most 5 % lose 2, 5–10 % lose 4, more than 10 % lose 6, of 5 points and never below zero.
    [Theory]
    [InlineData("16000", "5")]
    [InlineData("15999", "3")]
    [InlineData("15200", "3")]               // exactly 5 %
    [InlineData("15199", "1")]
    [InlineData("14400", "1")]               // exactly 10 %
    [InlineData("14399", "0")]
    public void StepsByShortfall_AnEdgeBelongsToTheSmallerLoss(string value, string points) => Points(points, Steps, Against(value, "16000", "5"));

    [Theory]
    [InlineData("4.725", "3")]               // 5 % above a control target of 4.5
    [InlineData("4.726", "1")]
    public void StepsByShortfall_LowerIsBetter(string value, string points) => Points(points, Steps, Against(value, "4.5", "5") with { Better = Direction.Lower });

    [Fact]
    public void StepsByShortfall_AfterSevenMonths_HoldsAgainstSevenTwelfths()
    {
        // 7/12 of 100,000 is 58,333.3…: 58,333 misses it by less than one person, 55,416 by more than 5 % (55,416.6…).
        Points("3", Steps, Against("58333", "100000", "5") with { Months = 7 });
        Points("3", Steps, Against("55417", "100000", "5") with { Months = 7 });
        Points("1", Steps, Against("55416", "100000", "5") with { Months = 7 });
    }

    [Fact]
    public void StepsByShortfall_OfAZeroControlTarget_AnyCaseIsBeyondTheLastStep() =>
        Points("0", Steps, Against("1", "0", "5") with { Better = Direction.Lower });

    [Theory]
    [InlineData("0", "5")]
    [InlineData("4", "1")]
    [InlineData("5", "0")]
    [InlineData("9", "0")]
    public void DeductionPerCase_RunsDownToZero(string cases, string points) => Points(points, new DeductionPerCase { PerCase = 1 }, Counted(cases, "5"));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1", "0.5")]
    [InlineData("2", "1")]
    [InlineData("7", "1")]
    public void Accumulation_StopsAtTheCap(string acts, string points) => Points(points, new Accumulation { PerUnit = 0.5m }, Counted(acts, "1"));

    // Anhui: budget above last year by at least 30 % 4 points, above 20 % 3, above 10 % 2, above 0 1.
    [Theory]
    [InlineData("130", "4")]
    [InlineData("129.99", "3")]
    [InlineData("120", "2")]
    [InlineData("110", "1")]
    [InlineData("100", "0")]
    public void Bands_ByGrowth(string value, string points) => Points(points, Growth, Counted(value, "4") with { Before = 100 });

    [Fact]
    public void Bands_ByGrowth_WithoutAFigureBefore_IsMissing() => Missing(Growth, Counted("130", "4"));

    [Theory]
    [InlineData("3.39", "10")]
    [InlineData("3.40", "8")]
    [InlineData("3.41", "0")]
    public void AgainstControl_BelowEqualAbove(string value, string points) =>
        Points(points, new AgainstControl { Below = 10, Equal = 8, Above = 0 }, Against(value, "3.4", "10") with { Better = Direction.Lower });

    [Theory]
    [InlineData("10", "10")]
    [InlineData("9", "5")]
    [InlineData("5", "5")]
    [InlineData("4.99", "0")]
    public void HalfCredit_HalfIsEnoughForHalf(string value, string points) => Points(points, new HalfCredit(), Against(value, "10", "10"));

    [Theory]
    [InlineData("8", "50")]                  // five more than three
    [InlineData("3", "0")]
    [InlineData("2", "0")]
    [InlineData("40", "60")]
    public void UnitCredit_CountsNewUnits(string value, string points) => Points(points, new UnitCredit { PerUnit = 10 }, Counted(value, "60") with { Before = 3 });

    [Fact]
    public void UnitCredit_WithoutAFigureBefore_IsMissing() => Missing(new UnitCredit { PerUnit = 10 }, Counted("8", "60"));

    [Fact]
    public void Veto_FailsBelowTheTargetAndBearsNoPoints()
    {
        var fallen = new Veto().Score(Against("99.99", "100", "0"));

        Assert.Equal((ScoreStatus.Vetoed, 0m), (fallen.Status, fallen.Points));
        Assert.EndsWith("一票否决", fallen.Reason.Zh, StringComparison.Ordinal);
        Assert.Equal(ScoreStatus.Scored, new Veto().Score(Against("100", "100", "0")).Status);
    }

    [Fact]
    public void Veto_WithoutAFigure_IsMissingNotFallen() => Missing(new Veto(), Against(null, "100", "0"));

    [Theory]
    [InlineData("85.76", "8.58")]            // Chuzhou: 执行率 × 10
    [InlineData("100", "10")]
    [InlineData("120", "10")]
    [InlineData("-1", "0")]
    public void Proportional_IsFullFromItsTop(string value, string points) => Points(points, new Proportional(), Counted(value, "10"));

    [Theory]
    [InlineData("71.41", Direction.Higher, "1")]
    [InlineData("71.40", Direction.Higher, "0.5")]   // a tie
    [InlineData("71.39", Direction.Higher, "0")]
    [InlineData("71.39", Direction.Lower, "1")]
    public void BetterThanBefore_IsStrict(string value, Direction better, string points) =>
        Points(points, new BetterThanBefore { EqualPoints = 0.5m }, Counted(value, "1") with { Before = 71.4m, Better = better });

    [Theory]
    [InlineData("3.37", "1")]
    [InlineData("3.38", "0")]
    [InlineData("3.39", "0")]
    public void AboveSameType_LowerIsBetter(string value, string points) =>
        Points(points, new AboveSameType(), Counted(value, "1") with { SameType = 3.38m, Better = Direction.Lower });

    [Fact]
    public void ComparedWithNothing_IsMissing()
    {
        Missing(new BetterThanBefore(), Counted("1", "1"));
        Missing(new AboveSameType(), Counted("1", "1"));
    }

    public static TheoryData<ScoreFunction> HeldAgainstATarget => [new AllOrNothing(), Steps, new HalfCredit(), new AgainstControl { Below = 1, Equal = 1, Above = 0 }, new Veto()];

    [Theory]
    [MemberData(nameof(HeldAgainstATarget))]
    public void WithoutATargetOrAFigure_IsMissingNotZero(ScoreFunction function)
    {
        Missing(function, Against("1", null, "1"));
        Missing(function, Against(null, "1", "1"));
    }

    [Fact]
    public void Reason_HasTheNumbers()
    {
        var score = Steps.Score(Against("15200", "16000", "5") with { Unit = "人" });

        Assert.Equal("实际15,200人，目标16,000人，差5%（不超过5%），扣2分，得3分", score.Reason.Zh);
        Assert.Equal("15,200 persons, target 16,000 persons, short by 5% (at most 5%), 2 lost: 3 points", score.Reason.En);
    }

    [Fact]
    public void Decline_IsCalledOne_AndWrittenWithAMinusSign()
    {
        var score = Growth.Score(Against("9734", null, "4") with { Before = 10_000m, Unit = "人" });

        Assert.Equal("实际9,734人，创建前10,000人，下降2.66%，未进入得分档次，得0分", score.Reason.Zh);
        Assert.Equal("9,734 persons, before 10,000 persons, growth −2.66%, in no band: 0 points", score.Reason.En);
    }

    static readonly StepsByShortfall Steps = new()
    {
        Steps = [new() { UpToPercent = 5, Lose = 2 }, new() { UpToPercent = 10, Lose = 4 }],
        BeyondLose = 6,
    };

    static readonly Bands Growth = new()
    {
        Of = BandOf.GrowthPercent,
        Steps = [new() { AtLeast = 30, Points = 4 }, new() { Above = 20, Points = 3 }, new() { Above = 10, Points = 2 }, new() { Above = 0, Points = 1 }],
    };

    static void Points(string expected, ScoreFunction function, ScoreInput input)
    {
        var score = function.Score(input);
        Assert.Equal(ScoreStatus.Scored, score.Status);
        Assert.Equal(Number(expected), score.Points);
    }

    static void Missing(ScoreFunction function, ScoreInput input)
    {
        var score = function.Score(input);
        Assert.Equal((ScoreStatus.Missing, null), (score.Status, score.Points));
        Assert.StartsWith("缺数", score.Reason.Zh, StringComparison.Ordinal);
    }

    static ScoreInput Against(string? value, string? target, string full) => new()
    {
        Points = Number(full)!.Value,
        Value = Number(value),
        Target = Number(target),
    };

    static ScoreInput Counted(string value, string full) => Against(value, null, full);

    static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
