using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Rehearsal;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.Tests.RuleSets;

public sealed class PeriodRuleTests
{
    const int City = 510100;

    [Theory]
    [InlineData("S1.1-A02", "2025-03", "2024")]            // by the year: in March the whole year before
    [InlineData("S1.1-A02", "2025-11", "2024")]
    [InlineData("S1.1-A02", "2025-12", "2025")]            // never both: twelve months hold one year's end
    [InlineData("S5.4-E12", "2025-03", "2025-Q1")]
    [InlineData("S5.4-E12", "2025-02", "2024-Q4")]         // by the quarter: the last one that is complete
    [InlineData("S5.3-E05", "2025-03", "2025-03")]
    [InlineData("S5.3-E01", "2025-03", "2025-03-ytd")]     // pro rata: the judged year alone
    public void Freeze_ReadsTheLatestCompletePeriod(string item, string judged, string read)
    {
        var figure = Frozen(judged).Find(City, item)!;

        Assert.Equal(read, FigureId.Parse(figure.Figure!).Period.ToString());
        Assert.Equal(item == "S5.3-E01" ? 3 : 12, figure.Months);
    }

    [Fact]
    public void Figure_OlderThanTheWindow_IsMissing()
    {
        var rules = RuleSet.Read(RuleSet.Illustrative().Text.Replace("period_months: 12", "period_months: 2", StringComparison.Ordinal), "short.yaml");

        var frozen = FrozenFigures.Take(Figures(rules), rules, [City], Month.Parse("2025-03"));

        Assert.Null(frozen.Find(City, "S1.1-A02")!.Figure);
        Assert.Equal("2025-Q1", FigureId.Parse(frozen.Find(City, "S5.4-E12")!.Figure!).Period.ToString());
    }

    [Fact]
    public void Window_OfNoMonths_IsRefused()
    {
        var text = RuleSet.Illustrative().Text.Replace("period_months: 12", "period_months: 0", StringComparison.Ordinal);

        var refused = Assert.Throws<DemoCityAnalytics.Warehouse.Definitions.DefinitionException>(() => RuleSet.Read(text, "none.yaml"));

        Assert.Contains("period_months is 0, expected 1 to 120.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("indicator: A02", "indicator: A99", "there is no indicator 'A99'")]
    [InlineData("variant: providers", "variant: provider", "A09 has no view 'provider' (did you mean 'providers'?)")]
    [InlineData("indicator: A02, clause: S1.1, frequency: Year", "indicator: A02, clause: S1.1, frequency: Month", "A02 has no figures by Month")]
    [InlineData("indicator: A02, clause: S1.1, frequency: Year", "indicator: M05, clause: S1.1, frequency: Year", "M05 is the output of the model 'forecast'; what a model says is never scored")]
    public void RuleSetOfAnOperator_NamesWhatTheCatalogueHas(string shipped, string written, string issue)
    {
        var text = RuleSet.Illustrative().Text.Replace(shipped, written, StringComparison.Ordinal);

        var refused = Assert.Throws<DemoCityAnalytics.Warehouse.Definitions.DefinitionException>(() => RuleSet.OfOperator(text, "own.yaml"));

        Assert.Contains(issue, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ShippedRuleSet_AsksOnlyForWhatTheCatalogueHas() =>
        Assert.Empty(RuleSetIssues.Unknown(RuleSet.Illustrative(), DemoCityAnalytics.Metrics.Definitions.IndicatorCatalogue.BuiltIn()));

    [Fact]
    public void RuleSetFile_ThatIsNotThere_IsNamed() =>
        Assert.Contains("no-such.yaml", Assert.Throws<DemoCityAnalytics.Warehouse.Definitions.DefinitionException>(() => RuleSet.Named("no-such.yaml")).Message, StringComparison.Ordinal);

    static FrozenFigures Frozen(string judged)
    {
        var rules = RuleSet.Illustrative();
        return FrozenFigures.Take(Figures(rules), rules, [City], Month.Parse(judged));
    }

    static SyntheticFigures Figures(RuleSet rules) => new(rules, [new Area(City, "示例市", "city", 510000, "prefecture-level city", Synthetic: true)], "periods");
}
