using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Api.Tests.Language;

public sealed class SourceNamesTests
{
    static readonly RequestLanguage Chinese = RequestLanguage.For("zh");

    [Theory]
    [InlineData("education", "71", "初中（71）")]
    [InlineData("occupation", "3-01-02", "办事人员和有关人员（3-01-02）")]
    [InlineData("occupation", "Z", "Z")]
    [InlineData("openings", "2", "2")]
    public void Value_HasItsLabel(string column, string value, string expected) => Assert.Equal(expected, SourceNames.Value("job_postings", column, value, Chinese));

    [Fact]
    public void Column_IsNamedAsInTheContract_AndAddedOnesAreNot()
    {
        Assert.Equal("岗位职业代码", SourceNames.Column("job_postings", "occupation", Chinese));
        Assert.Null(SourceNames.Column("job_postings", "published_month", Chinese));
        Assert.Equal("是", SourceNames.Value("employment_registration", "urban", "true", Chinese));
    }

    [Fact]
    public void EveryPart_HasAName()
    {
        var parts = IndicatorCatalogue.BuiltIn().Indicators.SelectMany(x => x.Header.Parts.Keys).Distinct().ToList();

        var unnamed = parts.Where(part => SourceNames.Part(part, Chinese) == part).Order().ToList();

        Assert.True(unnamed.Count == 0, $"Language/parts.csv has no line for {string.Join(", ", unnamed)}.");
        Assert.True(parts.Count > 100);
    }
}
