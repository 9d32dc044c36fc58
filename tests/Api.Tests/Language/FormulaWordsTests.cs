using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Api.Tests.Language;

public sealed class FormulaWordsTests(OpenSite open) : IClassFixture<OpenSite>
{
    [Fact]
    public void EveryIndicator_HasItsFormulaInEnglish() =>
        Assert.Equal(IndicatorCatalogue.BuiltIn().Indicators.Select(x => x.Code).Order(StringComparer.Ordinal), FormulaWords.Codes.Order(StringComparer.Ordinal));

    [Fact]
    public void EveryClauseThatIndicatorsName_HasItsWordsInEnglish()
    {
        var english = RequestLanguage.For("en");
        var clauses = IndicatorCatalogue.BuiltIn().Indicators.SelectMany(x => x.Header.Clauses).Distinct().Where(clause => clause.StartsWith('S')).ToList();

        Assert.Equal(26, clauses.Append("S1.1").Distinct().Count());
        Assert.All(clauses, clause => Assert.Matches("^[ -~]{20,}$", Clauses.Text(clause, english)));
    }

    [Fact]
    public async Task EnglishPage_ShowsTheFormulaInEnglish()
    {
        Assert.Contains("urban employed at the end + registered unemployed at the end", await open.Site.Text("/indicators/E05?lang=en"), StringComparison.Ordinal);
        Assert.DoesNotContain("urban employed at the end", await open.Site.Text("/indicators/E05?lang=zh"), StringComparison.Ordinal);
    }
}
