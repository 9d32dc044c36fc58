using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Evaluation.Tests.Scorecards;

public sealed class JudgementTests
{
    [Theory]
    [InlineData("75000", Verdict.Met)]       // nine months: 9/12 of 100,000 exactly on schedule
    [InlineData("74999", Verdict.Near)]
    [InlineData("71250", Verdict.Near)]      // exactly 95 % of the pro-rata target
    [InlineData("71249", Verdict.Missed)]
    public void ProRata_HoldsAgainstTheMonthsThatHavePassed(string value, Verdict expected) =>
        Assert.Equal(expected, Judge(Comparison.ProRata, value, target: 100_000m).Verdict);

    [Fact]
    public void ProRata_SaysHowFarAhead()
    {
        var judgement = Judge(Comparison.ProRata, "89000", target: 100_000m);

        Assert.Equal((89.0m, 75.0m), (judgement.CompletionPercent, judgement.TimeProgressPercent));
        Assert.Equal("完成年度目标100,000人的 89.0%，序时进度 75.0%，快 14.0 个百分点", judgement.Reason.Zh);
    }

    [Theory]
    [InlineData("4.50", Verdict.Met)]
    [InlineData("4.51", Verdict.Near)]
    [InlineData("4.74", Verdict.Missed)]     // 4.5 is 94.94 % of it
    public void AtMost_HoldsAgainstTheControlTarget(string value, Verdict expected) =>
        Assert.Equal(expected, Judge(Comparison.AtMost, value, target: 4.5m).Verdict);

    [Theory]
    [InlineData("75.00", Verdict.Met)]
    [InlineData("71.25", Verdict.Near)]
    [InlineData("71.24", Verdict.Missed)]
    public void AtLeast_HoldsAgainstTheTarget(string value, Verdict expected) =>
        Assert.Equal(expected, Judge(Comparison.AtLeast, value, target: 75m).Verdict);

    [Theory]
    [InlineData("0.80", Verdict.Met)]
    [InlineData("1.50", Verdict.Met)]
    [InlineData("0.76", Verdict.Near)]       // 5 % below the lower end
    [InlineData("0.75", Verdict.Missed)]
    [InlineData("1.58", Verdict.Missed)]
    public void Band_HoldsAgainstItsNearerEnd(string value, Verdict expected) =>
        Assert.Equal(expected, Judge(Comparison.Band, value, target: null).Verdict);

    [Fact]
    public void Missing_IsNeitherMetNorMissed()
    {
        var missing = Figure(null, "缺少期末城镇从业人数");

        var judgement = Judgement.Of(Item(Comparison.AtMost), Header, missing, 4.5m, 95m);

        Assert.Equal((Verdict.Missing, "缺少期末城镇从业人数"), (judgement.Verdict, judgement.Reason.Zh));
    }

    [Fact]
    public void WithoutATarget_AFigureIsShownOnly() => Assert.Equal(Verdict.NotJudged, Judge(Comparison.AtLeast, "75.00", target: null).Verdict);

    static Judgement Judge(Comparison comparison, string value, decimal? target) =>
        Judgement.Of(Item(comparison), Header, Figure(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), null), target, nearPercent: 95m);

    static RuleSetItem Item(Comparison comparison) => new()
    {
        Indicator = "E01",
        Clause = "S5.3",
        Frequency = Frequency.YearToDate,
        Comparison = comparison,
        BandFrom = 0.8m,
        BandTo = 1.5m,
    };

    static Observation Figure(decimal? value, string? note) => new()
    {
        Id = new FigureId("E01", "", 510100, Period.Parse("2024-09-ytd")),
        Status = value is null ? ObservationStatus.Missing : ObservationStatus.Normal,
        Value = value,
        Note = note,
        DefinitionVersion = 1,
    };

    static readonly IndicatorHeader Header = new()
    {
        Id = "E01_urban_new_employment",
        Version = 1,
        Name = Same("城镇新增就业人数"),
        Definition = Same("-"),
        FormulaText = "-",
        Clauses = ["S5.3"],
        Basis = "-",
        Status = DefinitionStatus.Official,
        Unit = "人",
        Decimals = 0,
        Better = Direction.Higher,
        Formula = Formula.Count,
        Frequencies = [Frequency.YearToDate],
        Parts = new Dictionary<string, OverTime> { ["gross"] = OverTime.Flow },
        Numerator = "gross",
    };

    static BilingualText Same(string text) => new() { Zh = text, En = text };
}
